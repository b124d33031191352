/** What builds say of commits: what is known of it, read from bodies, and as JSON. */
import { isRecord } from '../../../../shared/types.ts';
import { badField } from '../errors.ts';
import type { Json } from '../shapes.ts';
import type { ServerRepository } from '../world.ts';

const states = ['SUCCESSFUL', 'FAILED', 'INPROGRESS', 'CANCELLED', 'UNKNOWN'] as const;
export type BuildState = (typeof states)[number];

export interface BuildStatus {
  readonly key: string;
  /** Where it was told of; of older resources, which know commits alone, nowhere. */
  readonly found: ServerRepository | undefined;
  readonly createdDate: number;
  readonly updatedDate: number;
  readonly state: BuildState;
  readonly url: string;
  /** Optional texts and numbers, as they were sent. */
  readonly more: Json;
}

/** The characters that fields may have. */
const lengths = {
  key: 255,
  url: 450,
  name: 255,
  description: 255,
  buildNumber: 255,
  parent: 1_024,
  ref: 1_024,
};

type TextField = keyof typeof lengths;

/** @throws ServerError 400 naming the field */
export function readBuildStatus(
  body: Readonly<Record<string, unknown>>,
  known: readonly BuildState[] = states,
): Pick<BuildStatus, 'key' | 'state' | 'url' | 'more'> {
  const { state } = body;
  const found = known.find((one) => one === state);
  if (found === undefined) throw badField('state', `A state is one of ${known.join(', ')}.`);
  const [key, url] = [required(body, 'key'), required(body, 'url')];
  if (!/^(?:https?:)$/.test(URL.parse(url)?.protocol ?? ''))
    throw badField('url', 'The url has to begin with http:// or https://.');
  const ref = optional(body, 'ref');
  if (ref !== undefined && !ref.startsWith('refs/')) throw badField('ref', 'The ref is not a full one.');
  const texts = (['name', 'description', 'buildNumber', 'parent'] as const).map((name) => [
    name,
    optional(body, name),
  ]);
  const more = {
    ...Object.fromEntries([...texts, ['ref', ref], ['duration', whole(body, 'duration')]]),
    ...(isRecord(body['testResults']) ? { testResults: body['testResults'] } : {}),
  };
  return { key, url, state: found, more };
}

function optional(body: Readonly<Record<string, unknown>>, name: TextField): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badField(name, `The ${name} is not a text.`);
  if (value.length > lengths[name])
    throw badField(name, `The ${name} has at most ${lengths[name]} characters.`);
  return value;
}

function required(body: Readonly<Record<string, unknown>>, name: TextField): string {
  const value = optional(body, name);
  if (value === undefined || value.trim() === '') throw badField(name, `A ${name} is required.`);
  return value;
}

function whole(body: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw badField(name, `The ${name} is not a whole number.`);
}

/** What was not sent is left out. */
export const buildStatusShape = ({ key, state, url, found, more, ...times }: BuildStatus): Json => ({
  ...{ key, state, url, ...more },
  ...(found === undefined ? {} : { projectKey: found.project.key, repositorySlug: found.slug }),
  createdDate: times.createdDate,
  updatedDate: times.updatedDate,
});

/** As the older resource has it. */
export const oldStatusShape = (status: BuildStatus): Json => ({
  ...buildStatusShape(status),
  dateAdded: status.updatedDate,
});
