/** What bodies say about pull requests, checked against the branches and users that there are. */
import { isRecord } from '../../../../shared/types.ts';
import { findRef, type RefKind, targetOf } from '../../git/refs.ts';
import type { ServerCall } from '../call.ts';
import { badField, noSuchProject, noSuchRepository } from '../errors.ts';
import { demand } from '../principal.ts';
import { type ServerRepository, type ServerWorld, userRole } from '../world.ts';
import { type Person, userPerson } from './person.ts';
import type { PullRequest, Side } from './pull-request.ts';
import { noSuchBranch, wrongReviewers } from './refusals.ts';
import { placeOf } from './shapes.ts';

export type Body = Readonly<Record<string, unknown>>;

type Text = Pick<PullRequest, 'title' | 'description' | 'draft'>;

/** `draft` stays where it is left out; a description that is left out is gone, as on Bitbucket. */
export function readText(body: Body, before: Pick<Text, 'title' | 'draft'>): Text {
  const { title = before.title, draft = before.draft } = body;
  const description = body['description'] ?? '';
  if (typeof title !== 'string' || title.trim() === '')
    throw badField('title', 'Please supply a title for the pull request.');
  if (title.length > 255) throw badField('title', 'Please enter a title that is at most 255 characters.');
  if (typeof description !== 'string' || description.length > 32_768)
    throw badField('description', 'A description is a text of at most 32,768 characters.');
  if (typeof draft !== 'boolean') throw badField('draft', 'It is neither true nor false.');
  return { title, description, draft };
}

interface Look {
  readonly field: 'fromRef' | 'toRef';
  readonly home: ServerRepository;
  readonly world: ServerWorld;
  readonly call: ServerCall;
}

/** @throws ServerError 400 without a ref, 404 where it is not there, 401 where the caller may not see it */
export async function readSide(body: Body, { field, home, world, call }: Look): Promise<Side> {
  const ref = body[field];
  const id = isRecord(ref) ? ref['id'] : undefined;
  if (!isRecord(ref) || typeof id !== 'string' || id === '')
    throw badField(field, `The ${field} needs an id, such as refs/heads/main.`);
  const found = field === 'toRef' ? home : repositoryIn(ref['repository'], { home, world, call });
  return sideAt(found, id, field === 'fromRef');
}

async function sideAt(found: ServerRepository, id: string, tags: boolean): Promise<Side> {
  const { git } = found.repository;
  const kind: RefKind = tags && id.startsWith('refs/tags/') ? 'tags' : 'heads';
  const name = id.replace(/^refs\/(?:heads|tags)\//, '');
  const known = kind === 'heads' && id.startsWith('refs/tags/') ? undefined : await findRef(git, kind, name);
  const hash = known === undefined ? undefined : await targetOf(git, known);
  if (hash === undefined) throw noSuchBranch(id, placeOf({ found, kind, name, hash: '' }));
  return { found, kind, name, hash };
}

function repositoryIn(named: unknown, { home, world, call }: Omit<Look, 'field'>): ServerRepository {
  if (!isRecord(named) || typeof named['slug'] !== 'string') return home;
  const project = isRecord(named['project']) ? named['project']['key'] : undefined;
  const key = typeof project === 'string' ? project : home.project.key;
  if (world.findProject(key) === undefined) throw noSuchProject(key);
  const found = world.findRepository(key, named['slug']);
  if (found === undefined) throw noSuchRepository(key, named['slug']);
  demand(call.principal, found, 'read');
  return found;
}

/**
 * The people who are to review.
 *
 * @throws ServerError 400 for what is no list of names, 409 for those who cannot
 */
export function readReviewers(
  { reviewers }: Body,
  { world, home, author }: { world: ServerWorld; home: ServerRepository; author: Person },
): Person[] {
  if (reviewers === undefined || reviewers === null) return [];
  if (!Array.isArray(reviewers)) throw badField('reviewers', 'The reviewers are not a list.');
  const names = reviewers.map((reviewer: unknown) => {
    const user = isRecord(reviewer) ? reviewer['user'] : undefined;
    const name = isRecord(user) ? user['name'] : undefined;
    if (typeof name !== 'string') throw badField('reviewers', 'A reviewer needs the name of a user.');
    return name;
  });
  const judged = [...new Set(names)].map((name) => reviewerNamed(name, { world, home, author }));
  const errors = judged.flatMap((one) => ('message' in one ? [one] : []));
  if (errors.length > 0) throw wrongReviewers(errors);
  return judged.flatMap((one) => ('key' in one ? [one] : []));
}

function reviewerNamed(
  name: string,
  { world, home, author }: { world: ServerWorld; home: ServerRepository; author: Person },
): Person | { name: string; message: string } {
  const user = world.users.find(({ username }) => username.toLowerCase() === name.toLowerCase());
  if (user === undefined) return { name, message: `${name} is not a user.` };
  const person = userPerson(user);
  if (person.key === author.key) return { name, message: 'The author cannot review the pull request.' };
  const sees = !home.repository.isPrivate || userRole(user, home) !== undefined;
  return sees ? person : { name, message: `${name} does not have permission to review this pull request.` };
}
