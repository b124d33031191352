/** The rows of the Cloud client, each by whatever credential it has. */
import { expect } from 'vitest';
import { open, repo } from '../cloud-ground.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { expectForbidden, type Rows, working } from './row.ts';

const oddName = 'dir with space/ünï "q".txt';

async function callsIssues({ client, credential }: CloudWorld): Promise<void> {
  const title = `It breaks with ${credential}`;
  const content = { raw: 'It is *odd*' };
  const { id } = await client.createIssue(repo, { title, content, kind: 'proposal', priority: 'minor' });
  expect(await client.getIssue(repo, id)).toMatchObject({
    ...{ id, title, kind: 'proposal', priority: 'minor' },
    content: { raw: 'It is *odd*', html: expect.stringContaining('<') },
  });
  const found = await client.searchIssues(repo, `BREAKS with ${credential}`);
  expect(found.map((issue) => issue.id)).toEqual([id]);
  const comment = await client.createComment(repo, id, 'Seen again');
  expect(comment.content?.raw).toBe('Seen again');
}

async function issuesAreRefused({ client, owner, credential }: CloudWorld): Promise<void> {
  const title = `Not for ${credential}`;
  const { id } = await owner.createIssue(repo, { title });
  await expectForbidden(
    client.createIssue(repo, { title }),
    client.getIssue(repo, id),
    client.searchIssues(repo, title),
    client.createComment(repo, id, 'Mine'),
  );
  const path = { workspace: 'demo', repo_slug: 'widgets', issue_id: String(id) };
  const comments = await Array.fromAsync(
    owner.paginate('GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments', { path }),
  );
  expect(comments).toEqual([]);
}

async function readsRepositories({ client, sees, seenAs }: CloudWorld): Promise<void> {
  const path = { workspace: 'demo', repo_slug: 'widgets' };
  const { data, response } = await client.requestRaw('GET /repositories/{workspace}/{repo_slug}', { path });
  expect(response.headers.get('x-credential-type')).toBe(seenAs);
  expect(await client.getRepo(repo)).toMatchObject({ uuid: data.uuid, full_name: repo, is_private: true });
  const namesOf = async (found: ReturnType<typeof client.getRepos>) =>
    (await found).map(({ full_name }) => full_name);
  // What is public is shown to everybody.
  const listed = [...new Set([...sees, open])].sort();
  expect((await namesOf(client.getRepos('demo'))).sort()).toEqual(listed);
  // The bound is of pages, and one is read in any case.
  expect((await namesOf(client.getRepos('demo', { maxPages: 0 }))).sort()).toEqual(listed);
  expect(await namesOf(client.searchRepositories('demo', 'widgets'))).toEqual(
    sees.filter((name) => name.startsWith(repo)),
  );
  await expect(client.getRepo('other/things')).rejects.toMatchObject({ status: 404 });
}

async function managesHooks({ client, credential }: CloudWorld): Promise<void> {
  const url = `https://app.example.com/hooks/${credential}`;
  const hook = {
    description: 'Mine',
    url,
    active: true,
    events: ['repo:push' as const],
    secret: 'its secret',
  };
  const { uuid } = await client.createHook(repo, hook);
  const listed = async () => (await client.getHooks(repo)).filter((one) => one.url === url);
  expect(await listed()).toMatchObject([
    { uuid, url, active: true, events: ['repo:push'], secret_set: true },
  ]);
  await client.deleteHook(repo, uuid);
  expect(await listed()).toEqual([]);
}

async function readsFileChanges({ client, sample: { commits } }: CloudWorld): Promise<void> {
  expect(await client.getCommitFileChanges(repo, commits.rename)).toEqual([
    { path: oddName, type: 'D' },
    { path: 'logo.png', type: 'M' },
    { path: 'run.sh', type: 'M' },
    { path: 'src/app.js', type: 'D' },
    { path: 'src/main.js', type: 'A' },
  ]);
  expect(await client.getCommitFileChanges(repo, commits.first)).toContainEqual({ path: oddName, type: 'A' });
}

async function readsLastCommits({ client, history: [head, before] }: CloudWorld): Promise<void> {
  const last = await client.getLastCommits(repo, 'main', { limit: 2 });
  expect(last.map(({ hash, patchSet }) => [hash, patchSet])).toEqual([
    [head, [{ path: '.bitbucket/CODEOWNERS', type: 'A' }]],
    [before, []],
  ]);
}

async function comparesCommits({ client, history, sample: { commits } }: CloudWorld): Promise<void> {
  const { merge, links } = commits;
  const since = await client.compareCommits(repo, { start: merge.slice(0, 8), end: 'main' });
  expect(since.commits.map(({ hash }) => hash)).toEqual(history.slice(0, history.indexOf(merge)));
  expect(since.commits.find(({ hash }) => hash === links)?.patchSet).toEqual([
    { path: 'link', type: 'A' },
    { path: 'vendor/other', type: 'A' },
  ]);
  expect([since.truncated, since.startFound]).toEqual([false, true]);
  const cut = await client.compareCommits(repo, { start: commits.first, end: 'main', maxCommits: 2 });
  expect([cut.commits.map(({ hash }) => hash), cut.truncated]).toEqual([history.slice(0, 2), true]);
  const last = await client.compareCommits(repo, { end: 'main' });
  expect(last.commits.map(({ hash }) => hash)).toEqual(history.slice(0, 10));
}

async function readsFiles({ client, sample: { commits } }: CloudWorld): Promise<void> {
  const at = { path: 'src/main.js', ref: 'main' };
  expect(await client.checkFile(repo, at)).toBe(true);
  expect(await client.checkFile(repo, { ...at, ref: commits.first })).toBe(false);
  expect(await client.getFile(repo, { path: '.bitbucket/CODEOWNERS', ref: 'main' })).toBe(
    '*.md @docs\nsrc/** ada@example.com\n',
  );
  expect(await client.getFile(repo, { path: 'no/such', ref: 'main' })).toBeUndefined();
  // The last line came with the commit that renamed the file.
  expect(await client.getBlame(repo, { ...at, line: 21 })).toMatchObject({
    commit: { hash: commits.rename },
  });
  expect(await client.getBlame(repo, { path: 'no/such', ref: 'main', line: 1 })).toBeUndefined();
}

export const cloudClientRows: Rows<CloudWorld> = {
  'S2-03': { works: callsIssues, isRefused: issuesAreRefused },
  ...working<CloudWorld>({
    'S2-04': readsRepositories,
    'S2-05': managesHooks,
    'S2-06': readsFileChanges,
    'S2-07': readsLastCommits,
    'S2-08': comparesCommits,
    'S2-09': readsFiles,
  }),
};
