/** Addresses of files as people see them on a Server, made and read: `…/browse/src/app.ts?at=main#12`. */
import { expandPath } from '../../http/path.ts';
import { splitRepo } from '../../server/repo.ts';
import type { SourcePlace } from '../source-links.ts';
import { fullNameOf } from './repository-names.ts';

/** What an address of a file says. */
export interface ServerSourceLocation {
  /** `PROJECT/slug`. */
  readonly repository: string;
  /** `undefined` for the default branch. */
  readonly ref: string | undefined;
  /** `''` for the root. */
  readonly path: string;
  readonly line: number | undefined;
}

/** The address of a file. @throws ConfigError `invalid_option` for a path or repository that no address can have */
export function writeServerSourceUrl(
  baseUrl: string,
  repo: string,
  { path, ref, line }: SourcePlace,
): string {
  const place = { ...splitRepo(repo), path: path.replace(/^\/+/, '') };
  const pathname = expandPath('/projects/{projectKey}/repos/{repositorySlug}/browse/{path}', place);
  const anchor = line === undefined ? '' : `#${line}`;
  return `${baseUrl}${pathname}?${new URLSearchParams({ at: ref })}${anchor}`;
}

/** Is the address one of the server's? Host, port, scheme and context path must all be the same: look-alikes are none. */
export function isServerSourceUrl(url: string, baseUrl: string): boolean {
  return pathBelow(url, baseUrl) !== undefined;
}

/** What the address of a file on the server says; `undefined` for any other address. */
export function parseServerSourceUrl(url: string, baseUrl: string): ServerSourceLocation | undefined {
  const parts = pathBelow(url, baseUrl)?.split('/').map(decode);
  if (parts === undefined) return undefined;
  const [kind, owner, repos, repositorySlug, view, ...rest] = parts;
  const isKnown = (kind === 'projects' || kind === 'users') && repos === 'repos';
  const path = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  if (!isKnown || (view !== 'browse' && view !== 'raw')) return undefined;
  if (!isSafe(owner) || !isSafe(repositorySlug) || !path.every(isSafe)) return undefined;
  const { searchParams, hash } = new URL(url);
  return {
    repository: fullNameOf({ projectKey: kind === 'users' ? `~${owner}` : owner, repositorySlug }),
    ref: searchParams.get('at')?.replace(/^refs\/(heads|tags)\//, '') || undefined,
    path: path.join('/'),
    line: lineOf(hash),
  };
}

/** The path below the server's, without the slash before it. */
function pathBelow(url: string, baseUrl: string): string | undefined {
  if (typeof url !== 'string' || /[\s\p{Cc}\\]/u.test(url) || /^[^/]*\/\/[^/]*@/.test(url)) return undefined;
  const parsed = URL.parse(url);
  const base = new URL(baseUrl);
  const root = base.pathname.replace(/\/+$/, '');
  if (parsed?.origin !== base.origin || !parsed.pathname.startsWith(`${root}/`)) return undefined;
  return parsed.pathname.slice(root.length + 1);
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** A decoded `%2F` or `..` could lead where the address parser did not see it. */
const isSafe = (segment: string | undefined): segment is string =>
  segment !== undefined && !/^\.{0,2}$|[/\\\p{Cc}]/u.test(segment);

/** `#12`, or the first of `#12-14`. */
function lineOf(hash: string): number | undefined {
  const line = Number(/^#(\d{1,9})(?:[-,]|$)/.exec(hash)?.[1]);
  return Number.isInteger(line) && line > 0 ? line : undefined;
}
