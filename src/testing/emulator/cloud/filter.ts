/** The `q` and `sort` parameters over lists that are in memory. */
import { isRecord } from '../../../shared/types.ts';
import { RestError } from './errors.ts';

type Literal = string | number | boolean | null;
type Test = (item: unknown) => boolean;

const token = /\s*(?:(\(|\)|,)|(!=|!~|>=|<=|=|~|>|<)|"((?:[^"\\]|\\.)*)"|([\w.@{}:+-]+))/y;

interface Token {
  readonly kind: 'mark' | 'operator' | 'text' | 'word';
  readonly value: string;
}

/**
 * A test made of `q`: comparisons of dotted fields (`= != ~ !~ > >= < <= IN`), with AND, OR and parentheses.
 *
 * @throws RestError 400 where it cannot be read
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/intro/#filtering
 */
function parseQuery(q: string): Test {
  const tokens = tokenize(q);
  const test = readAny(tokens);
  if (tokens.length > 0) throw unreadable();
  return test;
}

function tokenize(q: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(token);
  const text = q.trimEnd();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw unreadable();
    const [, mark, operator, quoted, word] = match;
    if (mark !== undefined) tokens.push({ kind: 'mark', value: mark });
    else if (operator !== undefined) tokens.push({ kind: 'operator', value: operator });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/\\(.)/g, '$1') });
    else tokens.push({ kind: 'word', value: word ?? '' });
  }
  return tokens;
}

const isWord = (tokens: Token[], word: string): boolean =>
  tokens[0]?.kind === 'word' && tokens[0].value.toUpperCase() === word;

function readAny(tokens: Token[]): Test {
  const tests = [readAll(tokens)];
  while (isWord(tokens, 'OR')) {
    tokens.shift();
    tests.push(readAll(tokens));
  }
  return (item) => tests.some((test) => test(item));
}

function readAll(tokens: Token[]): Test {
  const tests = [readComparison(tokens)];
  while (isWord(tokens, 'AND')) {
    tokens.shift();
    tests.push(readComparison(tokens));
  }
  return (item) => tests.every((test) => test(item));
}

function readComparison(tokens: Token[]): Test {
  const first = tokens.shift();
  if (first?.kind === 'mark' && first.value === '(') {
    const test = readAny(tokens);
    if (tokens.shift()?.value !== ')') throw unreadable();
    return test;
  }
  if (first?.kind !== 'word') throw unreadable();
  const negated = isWord(tokens, 'NOT') && tokens.shift() !== undefined;
  if (isWord(tokens, 'IN')) return readIn(tokens, first.value, negated);
  const operator = tokens.shift();
  if (operator?.kind !== 'operator' || negated) throw unreadable();
  const literal = readLiteral(tokens.shift());
  return (item) => compare(fieldOf(item, first.value), operator.value, literal);
}

function readIn(tokens: Token[], field: string, negated: boolean): Test {
  tokens.shift();
  if (tokens.shift()?.value !== '(') throw unreadable();
  const literals: Literal[] = [];
  for (;;) {
    literals.push(readLiteral(tokens.shift()));
    const mark = tokens.shift()?.value;
    if (mark === ')') break;
    if (mark !== ',') throw unreadable();
  }
  return (item) => literals.some((literal) => compare(fieldOf(item, field), '=', literal)) !== negated;
}

function readLiteral(from: Token | undefined): Literal {
  if (from?.kind === 'text') return from.value;
  if (from?.kind !== 'word') throw unreadable();
  const word = from.value.toLowerCase();
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  const number = Number(word);
  return Number.isNaN(number) ? from.value : number;
}

/** The field, or of a list on the way the field of each item. */
function fieldOf(item: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value.map((one) => (isRecord(one) ? one[name] : undefined));
    return isRecord(value) ? value[name] : undefined;
  }, item);
}

/** Of a list one fitting item is enough; `!=` and `!~` hold where no item fits. */
function compare(value: unknown, operator: string, literal: Literal): boolean {
  if (Array.isArray(value)) {
    if (operator.startsWith('!')) return value.every((item) => compare(item, operator, literal));
    return value.some((item) => compare(item, operator, literal));
  }
  const same = (value ?? null) === literal;
  if (operator === '=') return same;
  if (operator === '!=') return !same;
  const contains = String(value ?? '')
    .toLowerCase()
    .includes(String(literal).toLowerCase());
  if (operator === '~') return contains;
  if (operator === '!~') return !contains;
  const order = orderOf(value, literal);
  if (operator === '>') return order > 0;
  if (operator === '<') return order < 0;
  return operator === '>=' ? order >= 0 : order <= 0;
}

function orderOf(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  // Numbers inside names count as numbers: v9 comes before v10.
  return String(left ?? '').localeCompare(String(right ?? ''), 'en', { numeric: true });
}

/** Filters and sorts by the call's `q` and `sort` (`-` in front: downwards). */
export function filterAndSort<T>(items: readonly T[], query: URLSearchParams): T[] {
  const q = query.get('q');
  const kept = q === null || q.trim() === '' ? [...items] : items.filter(parseQuery(q));
  const sort = query.get('sort');
  if (sort === null || sort === '') return kept;
  const down = sort.startsWith('-');
  const field = down ? sort.slice(1) : sort;
  return kept.sort((a, b) => orderOf(fieldOf(a, field), fieldOf(b, field)) * (down ? -1 : 1));
}

const unreadable = (): RestError => new RestError(400, 'Invalid query: the q parameter cannot be read');
