/** The rows of the Server client, each by whatever credential it has. */
import { expect } from 'vitest';
import { foreign, hidden, repo, type ServerWorld } from '../server-world.ts';
import { type Rows, working } from './row.ts';

const oddName = 'dir with space/ünï "q".txt';

async function listsRepositories({ client, sees, called }: ServerWorld): Promise<void> {
  const namesOf = async (listed: ReturnType<typeof client.getRepos>) =>
    (await listed).map(({ slug, project }) => `${project.key}/${slug}`).sort();
  called.length = 0;
  expect(await namesOf(client.getRepos())).toEqual(sees);
  expect(await namesOf(client.searchRepositories('WIDGETS'))).toEqual(
    sees.filter((name) => name.startsWith(repo)),
  );
  expect(called.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
    { limit: '250', permission: 'REPO_ADMIN' },
    { limit: '250', permission: 'REPO_ADMIN', name: 'WIDGETS' },
  ]);
}

async function managesHooks({ client, credential }: ServerWorld): Promise<void> {
  expect(await client.getRepo(repo)).toMatchObject({
    slug: 'widgets',
    project: { key: 'DEMO' },
    public: false,
  });
  await expect(client.getRepo(hidden)).rejects.toMatchObject({
    status: expect.toSatisfy((n) => n === 401 || n === 404),
  });
  const url = `https://app.example.com/hooks/${credential}`;
  const hook = {
    name: 'Mine',
    url,
    active: true,
    events: ['repo:refs_changed'],
    configuration: { secret: 's' },
  };
  const { id = 0 } = await client.createHook(repo, hook);
  const listed = async () => (await client.getHooks(repo)).filter((one) => one.url === url);
  expect(await listed()).toMatchObject([{ id, url, active: true, events: ['repo:refs_changed'] }]);
  await client.deleteHook(repo, id);
  expect(await listed()).toEqual([]);
  await expect(client.createHook(foreign, hook)).rejects.toMatchObject({ status: 401 });
}

async function readsCommits({ client, history, called, sample: { commits } }: ServerWorld): Promise<void> {
  called.length = 0;
  const { merge, feature, rename, first } = commits;
  const since = await client.getCommits(repo, { since: merge, until: 'main' });
  expect(since.map(({ id }) => id)).toEqual(history.slice(0, history.indexOf(merge)));
  expect(Object.fromEntries(called[0]?.searchParams ?? [])).toMatchObject({
    ...{ since: merge, until: 'main', merges: 'exclude', limit: '1000' },
  });
  const all = await client.getCommits(repo);
  expect(all.map(({ id }) => id)).toEqual(history.filter((hash) => hash !== merge));
  // What the merge brought, without the merge itself.
  const merged = await client.getCommits(repo, { since: first, until: merge });
  expect(new Set(merged.map(({ id }) => id))).toEqual(new Set([feature, rename]));
}

async function readsLastCommits({ client, history: [head, before] }: ServerWorld): Promise<void> {
  const last = await client.getLastCommits(repo, 'main', { limit: 2 });
  expect(last.map(({ id, patchSet }) => [id, patchSet])).toEqual([
    [head, [{ path: '.bitbucket/CODEOWNERS', type: 'A' }]],
    [before, []],
  ]);
}

async function readsFileChanges({ client, sample: { commits } }: ServerWorld): Promise<void> {
  const changes = await client.getCommitFileChanges(repo, commits.rename);
  expect(changes).toHaveLength(5);
  expect(changes).toEqual(
    expect.arrayContaining([
      { path: oddName, type: 'D' },
      { path: 'logo.png', type: 'M' },
      { path: 'run.sh', type: 'M' },
    ]),
  );
  const moved = changes.findIndex(({ path }) => path === 'src/app.js');
  expect(changes.slice(moved, moved + 2)).toEqual([
    { path: 'src/app.js', type: 'D' },
    { path: 'src/main.js', type: 'A' },
  ]);
  const added = await client.getCommitFileChanges(repo, commits.first);
  expect(added).toContainEqual({ path: oddName, type: 'A' });
}

export const serverClientRows: Rows<ServerWorld> = working<ServerWorld>({
  'S4-02': listsRepositories,
  'S4-03': managesHooks,
  'S4-04': readsCommits,
  'S4-05': readsLastCommits,
  'S4-06': readsFileChanges,
});
