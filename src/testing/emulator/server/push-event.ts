/** What a push did to branches and tags, as the payload of `repo:refs_changed`. */

import type { EmulatorContext } from '../context.ts';
import { listHistory, readCommit, readCommits } from '../git/log.ts';
import { listRefs, peelToCommit } from '../git/refs.ts';
import type { GitRepository } from '../git/repository.ts';
import type { Push } from '../push.ts';
import type { ChangedRef } from '../push-event.ts';
import { dateText, payloadTime } from './publish.ts';
import {
  commitShape,
  fullCommitShape,
  type Json,
  minimalRef,
  repositoryShape,
  type ShapeScope,
  type TimeShape,
  tokenUserShape,
  userShape,
} from './shapes.ts';
import type { ServerRepository } from './world.ts';

interface Deps {
  readonly found: ServerRepository;
  readonly context: EmulatorContext;
  readonly scope: ShapeScope;
  readonly version: '9.4' | '10.4';
}

export async function refsChangedPayload(push: Push, deps: Deps): Promise<Json> {
  const { found, context, scope, version } = deps;
  const { git } = found.repository;
  const { user, accessToken } = push.principal;
  const tokenName =
    accessToken?.repository === undefined ? found.project.key : `${found.project.key}/${found.slug}`;
  return {
    eventKey: 'repo:refs_changed',
    date: dateText(context.now()),
    actor: user === undefined ? tokenUserShape(tokenName, scope) : userShape(user, scope),
    repository: repositoryShape(found, scope),
    changes: push.changes.map((change) => changeShape(change, git)),
    ...(await commitsOf(push, deps, payloadTime(version))),
  };
}

/** An annotated tag is told of by the hash of its own object, as git reports it. */
function changeShape({ kind, name, old, new: now }: ChangedRef, { emptyTree }: GitRepository): Json {
  const ref = minimalRef(kind, name);
  const zeros = '0'.repeat(emptyTree.length);
  const type = old === undefined ? 'ADD' : now === undefined ? 'DELETE' : 'UPDATE';
  return { ref, refId: ref['id'], fromHash: old ?? zeros, toHash: now ?? zeros, type };
}

/** The newest commits that came with the push, and the one that it ends at. Neither where all of it is deletes. */
async function commitsOf({ changes }: Push, deps: Deps, time: TimeShape): Promise<Json> {
  const { found, context, scope } = deps;
  const { git } = found.repository;
  const tips = await peelAll(
    git,
    changes.map((change) => change.new),
  );
  const [tip] = tips;
  if (tip === undefined) return {};
  const exclude = [
    ...(await peelAll(
      git,
      changes.map(({ old }) => old),
    )),
    ...(await otherTips(git, changes)),
  ];
  const most = context.options.hooks?.commitsPerChange ?? 5;
  const hashes = await listHistory(git, { include: tips, exclude }, { count: most });
  const commits = await readCommits(git, hashes);
  const toCommit = await readCommit(git, tip);
  return {
    commits: commits.map((commit) => commitShape(commit, scope, time)),
    ...(toCommit === undefined
      ? {}
      : {
          toCommit: fullCommitShape(toCommit, {
            parents: await readCommits(git, toCommit.parents),
            scope,
            time,
          }),
        }),
  };
}

async function peelAll(git: GitRepository, hashes: readonly (string | undefined)[]): Promise<string[]> {
  const peeled = await Promise.all(
    hashes.map((hash) => (hash === undefined ? undefined : peelToCommit(git, hash))),
  );
  return peeled.filter((hash) => hash !== undefined);
}

/** A new branch brings only what no other ref had. */
async function otherTips(git: GitRepository, changes: readonly ChangedRef[]): Promise<string[]> {
  if (changes.every(({ old }) => old !== undefined)) return [];
  const lists = await Promise.all(
    (['heads', 'tags'] as const).map(async (kind) => {
      const changed = new Set(changes.filter((change) => change.kind === kind).map(({ name }) => name));
      return (await listRefs(git, kind)).filter(({ name }) => !changed.has(name)).map(({ hash }) => hash);
    }),
  );
  return peelAll(git, lists.flat());
}
