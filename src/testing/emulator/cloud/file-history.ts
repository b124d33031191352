/** The commits that changed a file, newest first, each with the file as it was then. */
import type { EmulatorContext } from '../context.ts';
import { type FileVersion, listFileHistory } from '../git/file-history.ts';
import { readCommit } from '../git/log.ts';
import { findEntry } from '../git/tree.ts';
import { repositoryOf } from './access.ts';
import { flag, json, type Route, sameAddress } from './call.ts';
import { type CommitScope, commitShape } from './commit-shapes.ts';
import { notFound } from './errors.ts';
import { pageRequest } from './paging.ts';
import type { Json } from './shapes.ts';
import { entryShape, findPlace } from './src.ts';

export function fileHistoryRoutes({ world }: EmulatorContext): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/repositories/{workspace}/{repo_slug}/filehistory/{place...}',
      right: 'repository:read',
      handler: async (call) => {
        const repository = repositoryOf(world, call);
        const { commit, path } = await findPlace(repository, call.params['place'] ?? '');
        if (path === '') throw notFound('No such file or directory: ');
        const { page, pagelen, skip } = pageRequest(call.query, { byDefault: 50 });
        const follow = flag(call.query, 'renames', true);
        const found = await listFileHistory(
          repository.git,
          { commit, path, follow },
          { skip, count: pagelen + 1 },
        );
        if (found.length === 0) throw notFound(`No such file or directory: ${path}`);
        const scope = { world, repository, origins: call.origins };
        const values = await Promise.all(
          found.slice(0, pagelen).map((version) => versionShape(version, scope)),
        );
        if (found.length <= pagelen) return json(call, { values, pagelen, page });
        const next = new URLSearchParams(call.query);
        next.set('page', String(page + 1));
        return json(call, { values, pagelen, page, next: sameAddress(call, next) });
      },
    },
  ];
}

/** The whole commit and not a reference, so that `fields` can ask for its author and date. */
async function versionShape({ commit: hash, path }: FileVersion, scope: CommitScope): Promise<Json> {
  const { git } = scope.repository;
  const gone = { path, type: 'file', mode: '100644', hash: '', size: 0 } as const;
  const entry = (await findEntry(git, hash, path)) ?? gone;
  const commit = await readCommit(git, hash);
  const shape = entryShape(entry, { ...scope, commit: hash });
  return commit === undefined ? shape : { ...shape, commit: commitShape(commit, scope) };
}
