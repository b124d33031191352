/** The JSON of commits, branches and tags. */

import { readCommit } from '../git/log.ts';
import type { GitCommit, Signature } from '../git/parse-object.ts';
import { type GitRef, peelToCommit, type RefKind, readTag } from '../git/refs.ts';
import type { Origins } from '../origins.ts';
import { findUserByEmail, type Repository, type World } from '../world.ts';
import { renderedShape } from './rendered.ts';
import {
  encodePath,
  type Json,
  link,
  repositoryAddress,
  repositoryLinkShape,
  secondsDate,
  userShape,
} from './shapes.ts';

/** Where the shapes of a repository's commits are made. */
export interface CommitScope {
  readonly world: World;
  readonly repository: Repository;
  readonly origins: Origins;
}

/** A commit where something else refers to it. */
export function commitLinkShape(hash: string, { repository, origins }: CommitScope): Json {
  return {
    type: 'commit',
    hash,
    links: {
      self: link(`${repositoryAddress(repository, origins)}/commit/${hash}`),
      html: link(`${origins.web}/${repository.fullName}/commits/${hash}`),
    },
  };
}

function authorShape({ raw, email }: Signature, { world, origins }: CommitScope): Json {
  const user = findUserByEmail(world, email);
  return { type: 'author', raw, ...(user === undefined ? {} : { user: userShape(user, origins) }) };
}

export function commitShape(commit: GitCommit, scope: CommitScope): Json {
  const self = `${repositoryAddress(scope.repository, scope.origins)}/commit/${commit.hash}`;
  const base = commitLinkShape(commit.hash, scope);
  const repository = repositoryAddress(scope.repository, scope.origins);
  return {
    ...base,
    date: secondsDate(commit.author.time),
    author: authorShape(commit.author, scope),
    message: commit.message,
    summary: renderedShape(commit.message),
    rendered: { message: renderedShape(commit.message) },
    parents: commit.parents.map((hash) => commitLinkShape(hash, scope)),
    repository: repositoryLinkShape(scope.repository, scope.origins),
    links: {
      ...(base['links'] as Json),
      diff: link(`${repository}/diff/${commit.hash}`),
      patch: link(`${repository}/patch/${commit.hash}`),
      comments: link(`${self}/comments`),
      approve: link(`${self}/approve`),
      statuses: link(`${self}/statuses`),
    },
  };
}

/** A branch or tag by name, with what it points at. */
type NamedHash = Pick<GitRef, 'name' | 'hash'>;

const mergeStrategies = [
  'merge_commit',
  'squash',
  'fast_forward',
  'squash_fast_forward',
  'rebase_fast_forward',
  'rebase_merge',
];

/** A branch or tag; `undefined` when it leads to no commit (a tag may name a file). */
export async function refShape(kind: RefKind, ref: NamedHash, scope: CommitScope): Promise<Json | undefined> {
  const { git } = scope.repository;
  const hash = await peelToCommit(git, ref.hash);
  const commit = hash === undefined ? undefined : await readCommit(git, hash);
  if (commit === undefined) return undefined;
  const target = commitShape(commit, scope);
  const base = refLinkShape(kind, ref.name, scope);
  if (kind === 'heads') {
    return { ...base, target, merge_strategies: mergeStrategies, default_merge_strategy: 'merge_commit' };
  }
  return { ...base, target, ...(await tagFields(ref, scope)) };
}

/** The fields that only tags have: null for one without an object of its own. */
export async function tagFields(ref: NamedHash, scope: CommitScope): Promise<Json> {
  const tag = await readTag(scope.repository.git, ref.hash);
  if (tag === undefined) return { message: null, date: null, tagger: null };
  const { tagger } = tag;
  return {
    message: tag.message,
    date: tagger === undefined ? null : secondsDate(tagger.time),
    tagger: tagger === undefined ? null : authorShape(tagger, scope),
  };
}

export function refLinkShape(kind: RefKind, name: string, { repository, origins }: CommitScope): Json {
  const address = repositoryAddress(repository, origins);
  const path = encodePath(name);
  const page = kind === 'heads' ? `branch/${path}` : `commits/tag/${path}`;
  return {
    type: kind === 'heads' ? 'branch' : 'tag',
    name,
    links: {
      self: link(`${address}/refs/${kind === 'heads' ? 'branches' : 'tags'}/${path}`),
      commits: link(`${address}/commits/${path}`),
      html: link(`${origins.web}/${repository.fullName}/${page}`),
    },
  };
}
