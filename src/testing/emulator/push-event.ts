/** What a push did to branches and tags, as the payload of `repo:push`. */

import {
  type CommitScope,
  commitLinkShape,
  commitShape,
  refLinkShape,
  tagFields,
} from './cloud/commit-shapes.ts';
import { hookRepositoryShape } from './cloud/hook-repository.ts';
import { actorShape, encodePath, type Json, link, repositoryAddress } from './cloud/shapes.ts';
import { isAncestor, listHistory, readCommit, readCommits } from './git/log.ts';
import { peelToCommit, type RefKind } from './git/refs.ts';
import type { Principal } from './principal.ts';

/** One line of the post-receive hook. */
export interface ChangedRef {
  readonly kind: RefKind;
  readonly name: string;
  /** Undefined: there was none before, or is none now. */
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** Reads `<old> <new> <ref>` lines; refs that are neither branches nor tags are of no interest to hooks. */
export function parseChangedRefs(report: string): ChangedRef[] {
  return report.split('\n').flatMap((line): ChangedRef[] => {
    const parts = /^([0-9a-f]+) ([0-9a-f]+) refs\/(heads|tags)\/(.+)$/.exec(line);
    if (parts === null) return [];
    const [, before = '', after = '', kind, name = ''] = parts;
    const hash = (text: string) => (/^0+$/.test(text) ? undefined : text);
    return [{ kind: kind as RefKind, name, old: hash(before), new: hash(after) }];
  });
}

interface Push {
  readonly principal: Principal;
  readonly changes: readonly ChangedRef[];
  readonly commitsPerChange: number;
}

export async function pushPayload(push: Push, scope: CommitScope): Promise<Json> {
  const changes = await Promise.all(
    push.changes.map((change) => changeShape(change, push.commitsPerChange, scope)),
  );
  return {
    push: { changes },
    repository: hookRepositoryShape(scope.repository, scope.origins),
    actor: actorShape(push.principal, scope.origins),
  };
}

async function changeShape(change: ChangedRef, most: number, scope: CommitScope): Promise<Json> {
  const { git } = scope.repository;
  const [before, after] = await Promise.all([peel(change.old, scope), peel(change.new, scope)]);
  const range = {
    include: after === undefined ? [] : [after],
    exclude: before === undefined ? [] : [before],
  };
  const isBranch = change.kind === 'heads';
  // A new branch tells of the newest commits that it has, also of those that other branches have.
  const hashes = isBranch ? await listHistory(git, range, { count: most + 1 }) : [];
  const commits = await readCommits(git, hashes.slice(0, most));
  const forced =
    before !== undefined && after !== undefined && !(await isAncestor(git, { older: before, newer: after }));
  return {
    old: await refAt(change, change.old, scope),
    new: await refAt(change, change.new, scope),
    created: change.old === undefined,
    closed: change.new === undefined,
    forced,
    truncated: hashes.length > most,
    ...(change.new === undefined ? {} : { links: changeLinks(change, { before, after }, scope) }),
    ...(change.new === undefined || !isBranch
      ? {}
      : { commits: commits.map((commit) => commitShape(commit, scope)) }),
  };
}

const peel = async (hash: string | undefined, { repository }: CommitScope): Promise<string | undefined> =>
  hash === undefined ? undefined : peelToCommit(repository.git, hash);

/** The ref as it was when it pointed there; null where it was not. */
async function refAt(
  { kind, name }: ChangedRef,
  hash: string | undefined,
  scope: CommitScope,
): Promise<Json | null> {
  if (hash === undefined) return null;
  const target = await targetShape(hash, scope);
  const base = refLinkShape(kind, name, scope);
  if (kind === 'heads') {
    return {
      ...base,
      target,
      merge_strategies: ['merge_commit', 'squash', 'fast_forward'],
      default_merge_strategy: 'merge_commit',
    };
  }
  const fields = await tagFields({ name, hash }, scope);
  const annotated = (await scope.repository.git.objects.info(hash))?.type === 'tag';
  return { ...base, type: annotated ? 'annotated_tag' : 'tag', target, ...fields };
}

async function targetShape(hash: string, scope: CommitScope): Promise<Json | null> {
  const commit = await peel(hash, scope);
  const found = commit === undefined ? undefined : await readCommit(scope.repository.git, commit);
  if (found === undefined) return null;
  const { author, date, hash: id, message, summary, rendered, parents, type } = commitShape(found, scope);
  const { links } = commitLinkShape(found.hash, scope);
  return { type, hash: id, date, author, message, summary, rendered, parents, properties: {}, links };
}

interface Ends {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function changeLinks({ kind, name }: ChangedRef, { before, after }: Ends, scope: CommitScope): Json {
  const address = repositoryAddress(scope.repository, scope.origins);
  const page = `${scope.origins.web}/${scope.repository.fullName}`;
  if (before === undefined) {
    const commits = link(`${address}/commits?include=${after}`);
    return kind === 'tags' ? { commits } : { commits, html: link(`${page}/branch/${encodePath(name)}`) };
  }
  return {
    commits: link(`${address}/commits?include=${after}&exclude=${before}`),
    diff: link(`${address}/diff/${after}..${before}`),
    html: link(`${page}/branches/compare/${after}..${before}`),
  };
}
