/** Fills the placeholders of a path, each encoded by its kind, and refuses what could climb out of it. */
import { ConfigError } from '../errors/config-error.ts';

export type PathValue = string | number;
export type PathParameters = Readonly<Record<string, PathValue>>;

/**
 * A path from its template: `{name}` is replaced by the encoded value.
 *
 * A slash stays a slash in `{repo}` (always `workspace/slug`), in `{path}`, and in a ref that ends the path; anywhere
 * else it becomes `%2F`. Braces of UUIDs are encoded. Empty, `.` and `..` segments are refused; `{path}` may be empty
 * where that means the root (`src/{commit}/{path}`) or all files (`diff/{path}`), and may end in a slash.
 *
 * @example expandPath('/2.0/repositories/{repo}/src/{commit}/{path}', { repo: 'acme/api', commit: 'a1b2c3d', path: 'a b.ts' })
 * @throws ConfigError `invalid_option` naming the parameter
 */
export function expandPath(template: string, parameters: PathParameters): string {
  return fillPath(parsePath(template, template), parameters);
}

/** A template that was looked at once, to be filled any number of times. */
export interface PathTemplate {
  readonly places: readonly Place[];
  /** What stands after the last placeholder. */
  readonly tail: string;
}

/**
 * @param call the call as messages name it: its route
 * @throws ConfigError `invalid_option` for a template that is no plain path
 */
export function parsePath(template: string, call: string): PathTemplate {
  if (unsafeTemplate.test(template)) {
    const fix = 'Pass parameters by path and query, and no "." or ".." segments';
    throw new ConfigError('route', `${call} is not a plain path`, fix);
  }
  let start = 0;
  const places = Array.from(
    template.matchAll(/\{(\w+)\}/g),
    ({ 0: placeholder, 1: name = '', index }): Place => {
      const text = template.slice(start, index);
      start = index + placeholder.length;
      return { name, call, text, before: template.slice(0, index), isLast: start === template.length };
    },
  );
  return { places, tail: template.slice(start) };
}

/** As {@link expandPath}, of a template that was parsed. */
export function fillPath({ places, tail }: PathTemplate, parameters: PathParameters): string {
  let filled = '';
  for (const place of places) filled += place.text + encodeValue(place, parameters[place.name]);
  return filled + tail;
}

const unsafeTemplate = /(^|\/)\.\.?(\/|$)|[?#\\\s]/;

interface Place {
  readonly name: string;
  readonly call: string;
  /** What stands between the placeholder before and this one. */
  readonly text: string;
  /** The template up to the placeholder. */
  readonly before: string;
  readonly isLast: boolean;
}

/** Refs that end a path and may have slashes. */
const refs: ReadonlySet<string> = new Set(['revision', 'spec', 'revspec', 'name']);
/** What stands before a path that may be empty: the root of a source tree, or all files of a diff. */
const beforeOptionalPath = /\/src\/\{\w+\}\/$|\/diff(-stats-summary)?\/?$/;

function encodeValue(place: Place, value: unknown): string {
  const { name, isLast } = place;
  const isText = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  if (!isText) throw wrong(place, 'it is missing, or neither text nor a number');
  const text = String(value);
  if (!text.isWellFormed()) throw wrong(place, 'it is not well-formed text');
  if (name === 'path') return encodeFilePath(place, text);
  const segments = name === 'repo' || (isLast && refs.has(name)) ? text.split('/') : [text];
  if (name === 'repo' && segments.length !== 2) throw wrong(place, 'it is not of the form workspace/slug');
  return segments.map((segment) => encodeSegment(place, segment)).join('/');
}

/** Where no slash stands before the placeholder (`compare/diff{path}`), the path brings its own. */
function encodeFilePath(place: Place, text: string): string {
  if (text === '' && place.isLast && beforeOptionalPath.test(place.before)) return '';
  const bringsSlash = !place.before.endsWith('/');
  const path = bringsSlash && text.startsWith('/') ? text.slice(1) : text;
  const folder = path.length > 1 && path.endsWith('/') ? '/' : '';
  const segments = path.slice(0, path.length - folder.length).split('/');
  const encoded = segments.map((segment) => encodeSegment(place, segment)).join('/');
  return (bringsSlash ? '/' : '') + encoded + folder;
}

/** Nothing in it to encode or refuse, as in most. */
const plainSegment = /^[\w-]+$/;

function encodeSegment(place: Place, segment: string): string {
  if (plainSegment.test(segment)) return segment;
  if (segment === '') throw wrong(place, 'it is empty, or has an empty part');
  // Encoded slashes, too: a proxy or server may decode them before it looks at the path.
  const dots = segment.split(/[/\\]/).find((part) => part === '.' || part === '..');
  if (dots !== undefined) throw wrong(place, `it has a "${dots}" part`);
  return encodeURIComponent(segment);
}

function wrong({ name, call }: Place, problem: string): ConfigError {
  return new ConfigError(
    `path.${name}`,
    `${problem} (${call})`,
    `Pass a value that names one thing, such as ${example(name)}`,
  );
}

const example = (name: string): string => (name === 'repo' ? '"workspace/slug"' : `a non-empty ${name}`);
