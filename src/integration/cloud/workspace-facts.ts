/** What is kept of a workspace, read from Bitbucket's answers and never from what somebody typed. */
import { TransportError } from '../../errors/transport-error.ts';
import { isRecord } from '../../shared/types.ts';

export interface WorkspaceFacts {
  /** In braces, lower case. Stays the same when the workspace is renamed. */
  readonly uuid: string;
  readonly slug: string;
  readonly name: string;
  readonly avatarUrl?: string | undefined;
}

const uuidPattern = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i;

/** @throws TransportError `bad_answer` for what is no workspace */
export function toWorkspaceFacts(workspace: unknown): WorkspaceFacts {
  const { uuid, slug, name, links } = isRecord(workspace) ? workspace : {};
  if (!isUuid(uuid) || typeof slug !== 'string' || !/^[\w-]+$/.test(slug)) {
    throw new TransportError('bad_answer', 'Bitbucket answered without the workspace');
  }
  const avatarUrl = avatarOf(links);
  return {
    uuid: uuid.toLowerCase(),
    slug,
    name: typeof name === 'string' && name !== '' ? name : slug,
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
  };
}

export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && uuidPattern.test(value);

function avatarOf(links: unknown): string | undefined {
  const avatar = isRecord(links) ? links['avatar'] : undefined;
  const href = isRecord(avatar) ? avatar['href'] : undefined;
  return typeof href === 'string' && /^https?:\/\//.test(href) ? href : undefined;
}
