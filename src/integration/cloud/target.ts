/** What a person wants to connect: a workspace, one repository of it, or one project, out of what they type or paste. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import { parseRepositoryName } from '../repository-name.ts';

/** Names or UUIDs in braces, as they were typed: Bitbucket has not been asked yet. */
export type CloudTarget =
  | { readonly kind: 'workspace'; readonly workspace: string }
  | {
      readonly kind: 'repository';
      readonly workspace: string;
      /** `workspace/repository`. */
      readonly fullName: string;
    }
  | { readonly kind: 'project'; readonly workspace: string; readonly projectKey: string };

export interface CloudTargetInput {
  /** The field of the form that the text was typed in. Default `target`. */
  readonly field?: string | undefined;
  /** Where people see Bitbucket. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

/** Longer than any address that somebody may paste. */
const longestText = 4_096;
const workspacePart = /^(?:[\w-]{1,128}|\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\})$/i;
const projectPart = /^[A-Z][A-Z\d_]{0,127}$/;

/**
 * Reads `workspace`, `workspace/repository`, `workspace/projects/KEY`, or the address of one of their pages.
 *
 * @throws IntegrationFormError on `field`; nothing that was typed is quoted, since a token may have been pasted there
 */
export function parseCloudTarget(text: unknown, input: CloudTargetInput = {}): CloudTarget {
  const { field = 'target', siteUrl = 'https://bitbucket.org' } = input;
  const refused = (problem: string) => new IntegrationFormError({ [field]: problem });
  const typed = typeof text === 'string' ? text.trim() : '';
  if (typed === '') throw refused('Type in the workspace, or workspace/repository.');
  if (typed.length > longestText) throw refused('This is too long for a workspace or repository.');
  const [workspace = '', ...rest] = placeOf(typed, new URL(checkBaseUrl('siteUrl', siteUrl)));
  if (workspacePart.test(workspace)) {
    if (rest.length === 0) return { kind: 'workspace', workspace };
    // Bitbucket's pages about a workspace lie below this name, which no repository has.
    const isPage = rest[0] === 'workspace';
    const [place, projectKey] = isPage ? rest.slice(1) : rest;
    if (place === 'projects' && projectKey !== undefined && projectPart.test(projectKey)) {
      return { kind: 'project', workspace, projectKey };
    }
    if (isPage && (place !== 'projects' || projectKey === undefined)) return { kind: 'workspace', workspace };
    if (isPage) throw refused('This is no key of a project.');
  }
  const fullName = parseRepositoryName(typed, { field, siteUrl });
  return { kind: 'repository', workspace: fullName.split('/')[0] ?? '', fullName };
}

/** The parts of a name, or of an address on the site; none for what is another thing. */
function placeOf(typed: string, { host }: URL): readonly string[] {
  const lower = typed.toLowerCase();
  const lacksScheme = lower === host || lower.startsWith(`${host}/`);
  const url = lacksScheme ? URL.parse(`https://${typed}`) : URL.parse(typed);
  if (url === null) return split(typed);
  return /^https?:$/.test(url.protocol) && url.host === host ? split(url.pathname.slice(1)) : [];
}

function split(path: string): readonly string[] {
  const parts = path.split('/');
  while (parts.at(-1) === '') parts.pop();
  return parts.map((part) => part.replace(/^%7b/i, '{').replace(/%7d$/i, '}'));
}
