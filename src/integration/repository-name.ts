/** What a repository's full name looks like, and how it is read from what people paste. */
import { IntegrationFormError } from '../errors/integration-form-error.ts';
import { checkBaseUrl } from '../http/client-options.ts';

/** `workspace/slug`: two parts that are neither empty nor dots, without blanks and `#`. */
export const isFullName = (repo: string): boolean =>
  /^[^/\s#]+\/[^/\s#]+$/.test(repo) && !repo.split('/').some((part) => part === '.' || part === '..');

export interface RepositoryNameInput {
  /** The field of the form that the text was typed in, which an error is about. Default `repo`. */
  readonly field?: string | undefined;
  /** Where people see Bitbucket. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

/** Longer than any address of a file in a repository that somebody may paste. */
const longestText = 4_096;
/** Longer than any name on Bitbucket. */
const longestPart = 128;

/** Bitbucket's own slugs and ids, or a UUID in braces. */
const namePart = /^(?:[\w.-]+|\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\})$/i;

/** How git names a place over SSH without an address: `git@host:path`. */
const sshPlace = /^[\w.-]+@([\w.-]+):\/?([^/].*)$/s;

/** Where git finds Bitbucket over SSH, beside its site's own host (until 2026-11-12). */
const sshHosts = ['ssh.bitbucket.org', 'altssh.bitbucket.org'];

/**
 * The repository's `workspace/slug`, out of what people type and paste: the name itself, the address of any of its
 * pages, or what `git clone` is given (https, `ssh://`, `git@bitbucket.org:…`). Blanks around it and `.git` behind it do
 * no harm; a user name or password in an address is left out. Nothing is asked of Bitbucket.
 *
 * @example parseRepositoryName(' https://me@bitbucket.org/acme/api.git ') // 'acme/api'
 * @throws IntegrationFormError on `field`, for what is missing, no repository, or another site's. It quotes nothing: an
 *   address may hold a password, and a token may have been pasted into the wrong field.
 * @throws ConfigError `invalid_option` for a `siteUrl` that is none
 */
export function parseRepositoryName(text: unknown, input: RepositoryNameInput = {}): string {
  const { field = 'repo', siteUrl = 'https://bitbucket.org' } = input;
  const refused = (problem: string) => new IntegrationFormError({ [field]: problem });
  const typed = typeof text === 'string' ? text.trim() : '';
  if (typed === '') throw refused('Repository is required');
  if (typed.length > longestText) throw refused('This is too long for a repository');
  const place = findPlace(typed, new URL(checkBaseUrl('siteUrl', siteUrl)));
  if (place === undefined) throw refused('This is not an address of the Bitbucket site');
  const [workspace = '', repository = '', ...more] = place.parts;
  const slug = repository.replace(/\.git$/, '');
  if (!isNamePart(workspace) || !isNamePart(slug) || (more.length > 0 && !place.mayGoOn)) {
    throw refused('A repository is written workspace/repository');
  }
  return `${workspace}/${slug}`;
}

interface Place {
  readonly parts: readonly string[];
  /** May more follow than the name, as in the address of a page? */
  readonly mayGoOn: boolean;
}

/** The path of the text on Bitbucket; `undefined` where it names another host. */
function findPlace(typed: string, site: URL): Place | undefined {
  const [, sshHost, sshPath = ''] = sshPlace.exec(typed) ?? [];
  if (sshHost !== undefined) return isSshHost(sshHost, site) ? split(sshPath, false) : undefined;
  const lacksScheme = typed.toLowerCase().startsWith(`${site.host}/`);
  if (!lacksScheme && !typed.includes('://')) return split(typed, false);
  const url = URL.parse(lacksScheme ? `https://${typed}` : typed);
  if (url?.protocol === 'ssh:')
    return isSshHost(url.hostname, site) ? split(url.pathname.slice(1), false) : undefined;
  const isPage = /^https?:$/.test(url?.protocol ?? '') && url?.host === site.host;
  return isPage ? split(url.pathname.slice(1), true) : undefined;
}

const isSshHost = (host: string, site: URL): boolean =>
  host.toLowerCase() === site.hostname ||
  (site.hostname === 'bitbucket.org' && sshHosts.includes(host.toLowerCase()));

function split(path: string, mayGoOn: boolean): Place {
  const parts = path.split('/');
  while (parts.at(-1) === '') parts.pop();
  // Braces come encoded in addresses that were copied; no name has another sign that is.
  return { parts: parts.map((part) => part.replace(/^%7b/i, '{').replace(/%7d$/i, '}')), mayGoOn };
}

const isNamePart = (part: string): boolean =>
  part.length <= longestPart && namePart.test(part) && part !== '.' && part !== '..';
