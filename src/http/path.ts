/** Fills the placeholders of a path, each encoded by its kind, and refuses what could climb out of it. */
import { ConfigError } from '../errors/config-error.ts';

export type PathValue = string | number;
export type PathParameters = Readonly<Record<string, PathValue>>;

/** Placeholders whose value may be several segments; their slashes stay. */
const manySegments: ReadonlySet<string> = new Set(['repo', 'path', 'revision', 'spec', 'name']);

/**
 * A path from its template: `{name}` is replaced by the encoded value.
 *
 * A slash stays a slash in `{repo}` (always `workspace/slug`), in `{path}`, and in a ref that ends the path; anywhere
 * else it becomes `%2F`. Braces of UUIDs are encoded. Empty, `.` and `..` segments are refused.
 *
 * @example expandPath('/2.0/repositories/{repo}/src/{commit}/{path}', { repo: 'acme/api', commit: 'a1b2c3d', path: 'a b.ts' })
 * @throws ConfigError `invalid_option` naming the parameter
 */
export function expandPath(template: string, parameters: PathParameters): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string, at: number) => {
    const isLast = at + placeholder.length === template.length;
    const keepSlashes = name === 'repo' || name === 'path' || (isLast && manySegments.has(name));
    return encodeParameter(name, parameters[name], keepSlashes);
  });
}

function encodeParameter(name: string, value: unknown, keepSlashes: boolean): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw wrong(name, 'it is missing or no text');
  const text = String(value);
  const segments = keepSlashes ? text.split('/') : [text];
  if (name === 'repo' && segments.length !== 2) throw wrong(name, 'it is not of the form workspace/slug');
  return segments.map((segment) => encodeSegment(name, segment)).join('/');
}

function encodeSegment(name: string, segment: string): string {
  if (segment === '') throw wrong(name, 'it is empty, or has an empty part');
  if (segment === '.' || segment === '..') throw wrong(name, `it has a "${segment}" part`);
  if (!segment.isWellFormed()) throw wrong(name, 'it is not well-formed text');
  return encodeURIComponent(segment);
}

function wrong(name: string, problem: string): ConfigError {
  return new ConfigError(
    `path.${name}`,
    problem,
    `Pass a value that names one thing, such as ${example(name)}`,
  );
}

const example = (name: string): string => (name === 'repo' ? '"workspace/slug"' : `a non-empty ${name}`);
