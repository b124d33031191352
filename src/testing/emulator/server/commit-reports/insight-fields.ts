/** What bodies say about code insights: reports and their annotations. */
import { isRecord } from '../../../../shared/types.ts';
import { badField } from '../errors.ts';
import type { Json } from '../shapes.ts';

type Body = Readonly<Record<string, unknown>>;

/** What was not sent is left out. */
const present = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function textIn(body: Body, name: string, most: number): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badField(name, `The ${name} is not a text.`);
  if (value.length > most) throw badField(name, `The ${name} has at most ${most} characters.`);
  return value;
}

function wordIn(body: Body, name: string, words: readonly string[]): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'string' && words.includes(value)) return value;
  throw badField(name, `The ${name} is one of ${words.join(', ')}.`);
}

function linkIn(body: Body, name: string): string | undefined {
  const value = textIn(body, name, 2_000);
  if (value === undefined || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
  throw badField(name, `The ${name} has to begin with http:// or https://.`);
}

/** @throws ServerError 400 naming the field */
export function readReport(body: Body): Json {
  const title = textIn(body, 'title', 450);
  if (title === undefined || title.trim() === '') throw badField('title', 'A title is required.');
  return present({
    title,
    data: readData(body['data'] ?? []),
    details: textIn(body, 'details', 2_000),
    result: wordIn(body, 'result', ['PASS', 'FAIL']),
    reporter: textIn(body, 'reporter', 450),
    link: linkIn(body, 'link'),
    logoUrl: linkIn(body, 'logoUrl'),
  });
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

/** What a value has to be, by the type that it is said to have. */
const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  BOOLEAN: (value) => typeof value === 'boolean',
  DATE: isNumber,
  DURATION: isNumber,
  LINK: (value) => isRecord(value) && typeof value['href'] === 'string',
  NUMBER: isNumber,
  PERCENTAGE: (value) => typeof value === 'number' && value >= 0 && value <= 100,
  TEXT: (value) => typeof value === 'string',
};

const typeOf = (value: unknown): string =>
  typeof value === 'boolean' ? 'BOOLEAN' : typeof value === 'number' ? 'NUMBER' : 'TEXT';

function readData(data: unknown): Json[] {
  if (!Array.isArray(data)) throw badField('data', 'The data is not a list.');
  if (data.length > 6) throw badField('data', 'A report has at most 6 data fields.');
  return data.map((item: unknown) => {
    const { title, value } = isRecord(item) ? item : {};
    if (!isRecord(item) || typeof title !== 'string' || title === '')
      throw badField('data', 'A data field needs a title.');
    const type = wordIn(item, 'type', Object.keys(fits)) ?? typeOf(value);
    if (!fits[type]?.(value)) throw badField('data', `The value of a data field is no ${type}.`);
    return { title, type, value };
  });
}

/** @throws ServerError 400 naming the field */
export function readAnnotation(body: unknown): Json {
  if (!isRecord(body)) throw badField('annotations', 'An annotation is not an object.');
  const message = textIn(body, 'message', 2_000);
  const severity = wordIn(body, 'severity', ['LOW', 'MEDIUM', 'HIGH']);
  if (message === undefined || message === '') throw badField('message', 'A message is required.');
  if (severity === undefined) throw badField('severity', 'A severity is required.');
  const { line = 0 } = body;
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 0)
    throw badField('line', 'The line is not a whole number from 0.');
  return present({
    ...{ message, severity, line },
    path: textIn(body, 'path', 50_000),
    link: linkIn(body, 'link'),
    type: wordIn(body, 'type', ['VULNERABILITY', 'CODE_SMELL', 'BUG']),
    externalId: textIn(body, 'externalId', 450),
  });
}
