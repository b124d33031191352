/** What bodies say about pull requests, checked against the repositories and users that there are. */
import { isRecord } from '../../../../shared/types.ts';
import { findRef, mainBranch, targetOf } from '../../git/refs.ts';
import { normalUuid } from '../../identifiers.ts';
import type { Principal } from '../../principal.ts';
import { findRepository, type Repository, roleOf, type User, type World } from '../../world.ts';
import { canSee } from '../access.ts';
import type { Account } from '../accounts.ts';
import { badFields } from '../errors.ts';
import type { Endpoint, PullRequest } from './pull-request.ts';

export type Body = Readonly<Record<string, unknown>>;

type Text = Pick<PullRequest, 'title' | 'description' | 'draft' | 'closeSourceBranch'>;

/** The plain fields; what the body leaves out stays as it was. */
export function readText(body: Body, before: Text): Text {
  const { title = before.title, draft, close_source_branch: close } = body;
  const description = body['description'] ?? summaryOf(body) ?? before.description;
  if (typeof title !== 'string' || title.trim() === '')
    throw badFields({ title: ['This field is required.'] });
  if (title.length > 255) throw badFields({ title: ['Ensure this value has at most 255 characters.'] });
  if (typeof description !== 'string') throw badFields({ description: ['not a text'] });
  return {
    title,
    description,
    draft: readFlag('draft', draft, before.draft),
    closeSourceBranch: readFlag('close_source_branch', close, before.closeSourceBranch),
  };
}

/** Older clients send the description as it is answered: `summary.raw`. */
const summaryOf = ({ summary }: Body): unknown => (isRecord(summary) ? summary['raw'] : undefined);

function readFlag(name: string, value: unknown, before: boolean): boolean {
  if (value === undefined || value === null) return before;
  if (typeof value !== 'boolean') throw badFields({ [name]: ['not a boolean'] });
  return value;
}

interface Look {
  readonly world: World;
  readonly principal: Principal;
  /** The repository that the pull request is made in. */
  readonly home: Repository;
}

/** Where the changes come from: a branch, of this repository or of a fork of it. */
export async function readSource({ source }: Body, look: Look): Promise<Endpoint> {
  const repository = sourceRepository(source, look);
  const branch = branchName(source);
  if (branch === undefined) throw badFields({ source: ['branch: This field is required.'] });
  return endpointAt('source', repository, branch);
}

function sourceRepository(source: unknown, { world, principal, home }: Look): Repository {
  const named = isRecord(source) && isRecord(source['repository']) ? source['repository'] : {};
  const { full_name: fullName, uuid } = named;
  if (fullName === undefined && uuid === undefined) return home;
  const [workspace = '', slug = ''] = typeof uuid === 'string' ? ['{}', uuid] : String(fullName).split('/');
  const found = findRepository(world, workspace, slug);
  if (found === undefined || !canSee(principal, found)) throw badFields({ source: ['repository not found'] });
  return found;
}

/** Where the changes go; the main branch when nothing is said. */
export async function readDestination({ destination }: Body, home: Repository): Promise<Endpoint> {
  const branch = branchName(destination) ?? (await mainBranch(home.git));
  if (branch === undefined) throw badFields({ destination: ['branch: This field is required.'] });
  return endpointAt('destination', home, branch);
}

function branchName(endpoint: unknown): string | undefined {
  const branch = isRecord(endpoint) ? endpoint['branch'] : undefined;
  const name = isRecord(branch) ? branch['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

async function endpointAt(field: string, repository: Repository, branch: string): Promise<Endpoint> {
  const ref = await findRef(repository.git, 'heads', branch);
  const hash = ref === undefined ? undefined : await targetOf(repository.git, ref);
  if (hash === undefined) throw badFields({ [field]: [`branch not found: ${branch}`] });
  return { repository, branch, hash };
}

/** The users who are to review; `undefined` when the body does not say. */
export function readReviewers(
  { reviewers }: Body,
  { world, home, author }: Pick<Look, 'world' | 'home'> & { readonly author: Account },
): User[] | undefined {
  if (reviewers === undefined || reviewers === null) return undefined;
  if (!Array.isArray(reviewers)) throw badFields({ reviewers: ['not a list'] });
  const found = reviewers.map((reviewer) => findReviewer(reviewer, world));
  const stranger = found.find((user) => roleOf(user, home.workspace) === undefined);
  if (stranger !== undefined)
    throw badFields({ reviewers: [`${stranger.displayName} does not have access to the repository`] });
  const own = found.find(({ uuid }) => uuid === author.uuid);
  if (own !== undefined)
    throw badFields({
      reviewers: [`${own.displayName} is the author and cannot be included as a reviewer.`],
    });
  return [...new Set(found)];
}

function findReviewer(reviewer: unknown, { users }: World): User {
  const { uuid, account_id: accountId, username } = isRecord(reviewer) ? reviewer : {};
  const found = users.find(
    (user) =>
      (typeof uuid === 'string' && user.uuid === normalUuid(uuid)) ||
      (typeof accountId === 'string' && user.accountId === accountId) ||
      (typeof username === 'string' && user.username === username),
  );
  if (found === undefined) throw badFields({ reviewers: ['Malformed reviewers list'] });
  return found;
}
