/** Addresses of files on Bitbucket's site: written, recognised, and read back. */
import { expandPath } from '../http/path.ts';
import { isFullName } from './repository-name.ts';

/** The site that an integration's files are seen on. */
export interface SourceSite {
  /** `https://bitbucket.org`, or a staging site or an emulator. */
  readonly siteUrl: string;
  /** `bitbucket.org/acme`, or a person's name. */
  readonly domainName?: string | undefined;
}

/** A place in a repository. */
export interface SourcePlace {
  /** From the root of the repository. */
  readonly path: string;
  /** A commit, a branch or a tag. */
  readonly ref: string;
  readonly line?: number | undefined;
}

/** What an address of a file says. */
export interface SourceLocation {
  /** `workspace/slug`. */
  readonly repository: string;
  readonly ref: string;
  /** `''` for the root. */
  readonly path: string;
  readonly line: number | undefined;
}

/** `https://bitbucket.org/acme/api/src/main/src/app.ts#lines-12`; slashes of a ref stay. */
export function writeSourceUrl(siteUrl: string, repo: string, { path, ref, line }: SourcePlace): string {
  const place = `${ref}/${path.replace(/^\/+/, '')}`;
  const anchor = line === undefined ? '' : `#lines-${line}`;
  return `${siteUrl}${expandPath('/{repo}/src/{path}', { repo, path: place })}${anchor}`;
}

/**
 * Is the address one of the site's? The whole host must be the same, and the scheme https (or the site's own): look-alikes
 * and addresses with user information are none.
 */
export function isSourceUrl(url: string, { siteUrl, domainName }: SourceSite): boolean {
  const parsed = parseUrl(url);
  if (parsed === undefined) return false;
  if (parsed.origin === 'https://bitbucket.org' || parsed.origin === new URL(siteUrl).origin) return true;
  const domain = domainName?.includes('/') ? URL.parse(`https://${domainName}`) : null;
  if (domain === null || domain.origin !== parsed.origin) return false;
  const root = domain.pathname.replace(/\/+$/, '');
  return parsed.pathname === root || parsed.pathname.startsWith(`${root}/`);
}

/** An address as a browser would open it. Blanks and control characters around or inside would be dropped in silence. */
function parseUrl(url: string): URL | undefined {
  if (typeof url !== 'string' || /[\s\p{Cc}\\]/u.test(url)) return undefined;
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  return parsed.username === '' && parsed.password === '' && !/^[^/]*\/\/[^/]*@/.test(url)
    ? parsed
    : undefined;
}

/** The parts of a file's address before it is known where its ref ends. */
export interface SourceUrlParts {
  readonly repository: string;
  /** What comes after the first `/src/`, decoded; a ref, then a path. */
  readonly segments: readonly string[];
  readonly line: number | undefined;
}

/** The parts of a file's address on the site; `undefined` for any other address. The query is dropped. */
export function splitSourceUrl(url: string, site: SourceSite): SourceUrlParts | undefined {
  if (!isSourceUrl(url, site)) return undefined;
  const { pathname, hash } = new URL(url);
  const base = basePathOf(site, url);
  if (!pathname.startsWith(`${base}/`)) return undefined;
  const decoded = pathname
    .slice(base.length + 1)
    .split('/')
    .map(decode);
  const [workspace, slug, source, ...segments] = decoded;
  const end = segments.at(-1) === '' ? -1 : segments.length;
  const rest = segments.slice(0, end);
  const repository = `${workspace ?? ''}/${slug ?? ''}`;
  if (source !== 'src' || !isFullName(repository) || !rest.every(isSafeSegment)) return undefined;
  return rest.length === 0 ? undefined : { repository, segments: rest, line: lineOf(hash) };
}

/** A site may lie below a path; bitbucket.org itself does not. */
function basePathOf({ siteUrl }: SourceSite, url: string): string {
  const site = new URL(siteUrl);
  return new URL(url).origin === site.origin ? site.pathname.replace(/\/+$/, '') : '';
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** `%2F` is a slash of a ref; with it, `..` could come in where the address parser did not see it. */
const isSafeSegment = (segment: string | undefined): segment is string =>
  segment !== undefined &&
  segment !== '' &&
  !/\p{Cc}/u.test(segment) &&
  segment.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

function lineOf(hash: string): number | undefined {
  const line = Number(/^#lines-(\d{1,9})(?::\d+)?$/.exec(hash)?.[1]);
  return Number.isInteger(line) && line > 0 ? line : undefined;
}

/** The beginnings that a ref may have been, longest first. */
export function refCandidates(segments: readonly string[]): string[] {
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'));
}

/**
 * Where the ref ends: after the longest beginning that is one of the known refs, else after the first segment. A
 * segment with a slash of its own (`feature%2Fx`) is a whole ref.
 */
export function locateRef(
  { repository, segments, line }: SourceUrlParts,
  refs: readonly string[] = [],
): SourceLocation {
  const known = new Set(refs);
  const [first = ''] = segments;
  const ref = refCandidates(segments).find((candidate) => known.has(candidate)) ?? first;
  const path = segments.join('/').slice(ref.length + 1);
  return { repository, ref, path, line };
}
