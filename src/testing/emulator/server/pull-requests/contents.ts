/** What a pull request would change: commits, files, the diff. */
import { mergeBase, streamDiff, streamPatches } from '../../git/diff.ts';
import { isAncestor, listHistory, readCommit, readCommits } from '../../git/log.ts';
import { json, type ServerCall } from '../call.ts';
import { changesAnswer } from '../changes.ts';
import { diffAnswer } from '../diffs.ts';
import { commitOf, repositoryOf } from '../find.ts';
import { pageOf, pageRequest, pageShape } from '../paging.ts';
import { commitShape } from '../shapes.ts';
import { freshen, pullRequestOf, shelved } from './find.ts';
import type { PullRequest } from './pull-request.ts';
import { pullRequestShape } from './shapes.ts';
import type { Rooms } from './tell.ts';

/** What the source has and the target has not, or had not when it was merged; newest first. */
export async function listCommitsOf(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { from, to } = await pullRequestOf(call, rooms);
  const { git } = to.found.repository;
  const page = pageRequest(call.query, { most: 100 });
  const range = { include: [from.hash], exclude: [to.hash] };
  const hashes = await listHistory(git, range, { skip: page.start, count: page.limit + 1 });
  const commits = await readCommits(git, hashes.slice(0, page.limit));
  const scope = { base: call.base, users: rooms.world.users };
  const values = commits.map((commit) => commitShape(commit, scope));
  const next = hashes.length > page.limit ? page.start + page.limit : undefined;
  return json({ ...pageShape(page, { values, next }), ...(await countsOf(call, { from, to })) });
}

/** Commits that are counted at most. */
const mostCounted = 10_000;

async function countsOf({ query }: ServerCall, { from, to }: Pick<PullRequest, 'from' | 'to'>) {
  if (query.get('withCounts') !== 'true') return {};
  const { git } = to.found.repository;
  const range = { include: [from.hash], exclude: [to.hash] };
  const commits = await readCommits(git, await listHistory(git, range, { count: mostCounted }));
  const authors = new Set(commits.map(({ author }) => author.email.toLowerCase()));
  return { authorCount: authors.size, totalCount: commits.length };
}

/** From where the branches parted to the source; between any two commits where the query names them. */
async function ends({ from, to }: PullRequest, { query }: ServerCall): Promise<{ from: string; to: string }> {
  const since = query.get('sinceId');
  const until = query.get('untilId');
  const end = until === null ? from.hash : await commitOf(to.found, until);
  if (since !== null) return { from: await commitOf(to.found, since), to: end };
  return { from: (await mergeBase(to.found.repository.git, to.hash, end)) ?? to.hash, to: end };
}

/** One page at most: Bitbucket ignores `start` here. */
export async function listChangesOf(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const range = await ends(pullRequest, call);
  const query = new URLSearchParams(call.query);
  query.delete('start');
  const changeScope = call.query.has('sinceId') ? 'RANGE' : 'ALL';
  const more = { fromHash: range.from, toHash: range.to, properties: { changeScope } };
  return changesAnswer({ ...call, query }, pullRequest.to.found, { ...range, more });
}

export async function diffOf(call: ServerCall, rooms: Rooms): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  return diffAnswer(call, pullRequest.to.found, await ends(pullRequest, call));
}

/** `{pullRequestId}.diff` and `{pullRequestId}.patch`. */
export async function textOf(call: ServerCall, rooms: Rooms, kind: 'diff' | 'patch'): Promise<Response> {
  const pullRequest = await pullRequestOf(call, rooms);
  const { git } = pullRequest.to.found.repository;
  const { from, to } = await ends(pullRequest, call);
  const stream =
    kind === 'diff' ? streamDiff(git, { from, to }) : streamPatches(git, { source: to, destination: from });
  return new Response(stream, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
}

export async function mergeBaseOf(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { from, to } = await pullRequestOf(call, rooms);
  const { git } = to.found.repository;
  const hash = await mergeBase(git, from.hash, to.hash);
  const commit = hash === undefined ? undefined : await readCommit(git, hash);
  if (commit === undefined) return new Response(null, { status: 204 });
  return json(commitShape(commit, { base: call.base, users: rooms.world.users }));
}

/** Those that bring a commit, in any state. */
export async function listOfCommit(call: ServerCall, rooms: Rooms): Promise<Response> {
  const found = repositoryOf(rooms.world, call);
  const { git } = found.repository;
  const hash = await commitOf(found, call.params['commitId'] ?? '');
  const all = shelved(rooms, found);
  const brings = await Promise.all(
    all.map(async (one) => {
      await freshen(one);
      const [comes, known] = await Promise.all([
        isAncestor(git, { older: hash, newer: one.from.hash }),
        isAncestor(git, { older: hash, newer: one.to.hash }),
      ]);
      return comes && !known;
    }),
  );
  const scope = { base: call.base, users: rooms.world.users };
  const wanted = all.filter((_, index) => brings[index]).toReversed();
  return pageOf(call, wanted, (one) => pullRequestShape(one, scope));
}
