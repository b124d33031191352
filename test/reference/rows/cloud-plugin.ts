/** The rows of the older plugin: its client, its issues and its repositories, in the name of one user. */
import { BitbucketPlugin, BitbucketPluginRepositoryProvider } from 'bitbucket-sdk/integration';
import { expect } from 'vitest';
import { repo } from '../cloud-ground.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { type Rows, working } from './row.ts';

/** As somebody configures it. */
const options = { repo: `https://bitbucket.org/${repo}/src/main/` };

async function callsIssues({ pluginClient }: CloudWorld): Promise<void> {
  const fields = {
    title: 'The plugin calls',
    content: 'It is odd',
    kind: 'task',
    priority: 'critical',
  } as const;
  const { id } = await pluginClient.createIssue(repo, fields);
  const { content, ...plain } = fields;
  expect(await pluginClient.getIssue(repo, id)).toMatchObject({ id, ...plain, content: { raw: content } });
  const found = await pluginClient.searchIssues(repo, 'plugin "calls');
  expect(found).toEqual([]);
  expect((await pluginClient.searchIssues(repo, 'plugin calls')).map((issue) => issue.id)).toEqual([id]);
  expect((await pluginClient.createComment(repo, id, 'Seen')).content?.raw).toBe('Seen');
}

async function managesHooks({ pluginClient }: CloudWorld): Promise<void> {
  const url = 'https://app.example.com/plugins/hook';
  const { uuid } = await pluginClient.createHook(repo, { url, active: true, events: ['repo:push'] });
  const hooks = await pluginClient.api.getHooks(repo);
  expect(hooks.find((hook) => hook.uuid === uuid)).toMatchObject({
    url,
    active: true,
    events: ['repo:push'],
  });
  await pluginClient.deleteHook(repo, uuid);
  expect(await pluginClient.api.getHooks(repo)).not.toContainEqual(expect.objectContaining({ uuid }));
  expect(await pluginClient.getRepo(repo)).toMatchObject({ full_name: repo, is_private: true });
}

async function readsCommits({ pluginClient, history, sample: { commits } }: CloudWorld): Promise<void> {
  expect(await pluginClient.getCommitFileChanges(repo, commits.feature)).toEqual([
    { path: 'feature.txt', type: 'A' },
  ]);
  const last = await pluginClient.getLastCommits(repo, 'main', { limit: 3 });
  expect(last.map(({ hash }) => hash)).toEqual(history.slice(0, 3));
  const since = await pluginClient.compareCommits(repo, { start: commits.merge.slice(0, 7), end: 'main' });
  expect(since.commits.map(({ hash }) => hash)).toEqual(history.slice(0, history.indexOf(commits.merge)));
}

const pluginOf = ({ pluginClient }: CloudWorld) =>
  new BitbucketPlugin<string>({
    clientFor: (user) => {
      if (user !== 'ada') throw new Error(`nobody knows ${user}`);
      return pluginClient;
    },
  });

const call = { options, user: 'ada' };

async function makesIssue(world: CloudWorld): Promise<void> {
  const plugin = pluginOf(world);
  const form = plugin.getNewIssueFields({ options, title: 'It breaks' });
  expect(form.map(({ name }) => name)).toEqual(['repo', 'title', 'description', 'issue_type', 'priority']);
  expect(form[0]).toMatchObject({ default: repo, readOnly: true });
  const data = { title: 'It breaks', description: 'Odd', issue_type: 'proposal', priority: 'minor' };
  const id = await plugin.createIssue(data, call);
  expect(await world.owner.getIssue(repo, id)).toMatchObject({
    ...{ title: 'It breaks', kind: 'proposal', priority: 'minor' },
    ...{ content: { raw: 'Odd' }, reporter: { display_name: 'Ada Löw' } },
  });
  await expect(plugin.createIssue({ title: ' ' }, call)).rejects.toMatchObject({
    fields: { title: 'Title is required' },
  });
}

async function linksIssue(world: CloudWorld): Promise<void> {
  const plugin = pluginOf(world);
  const form = plugin.getLinkExistingIssueFields({ comment: 'Seen by us' });
  expect(form.map(({ name }) => name)).toEqual(['issue_id', 'comment']);
  const { id } = await world.owner.createIssue(repo, { title: 'To be linked' });
  const data = { issue_id: `#${id}`, comment: 'Seen by us' };
  expect(await plugin.linkIssue(data, call)).toEqual({ title: 'To be linked' });
  expect(await plugin.linkIssue({ issue_id: id }, call)).toEqual({ title: 'To be linked' });
  const path = { workspace: 'demo', repo_slug: 'widgets', issue_id: String(id) };
  const route = 'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments';
  const comments = await Array.fromAsync(world.owner.paginate(route, { path }));
  expect(comments.map(({ content }) => content?.raw)).toEqual(['Seen by us']);
}

async function completesText(world: CloudWorld): Promise<void> {
  const plugin = pluginOf(world);
  const { id } = await world.owner.createIssue(repo, { title: 'Completed as one types' });
  expect(await plugin.autocomplete({ field: 'issue_id', query: 'completed as' }, call)).toEqual({
    issue_id: [{ id, text: `(#${id}) Completed as one types` }],
  });
  expect(await plugin.autocomplete({ field: 'issue_id', query: ' ' }, call)).toEqual({ issue_id: [] });
}

async function linksRepository({ pluginClient: client, owner, history, sample }: CloudWorld): Promise<void> {
  const baseUrl = 'https://app.example.com';
  const provider = new BitbucketPluginRepositoryProvider({ client, baseUrl });
  expect(provider.getConfig().map(({ name }) => name)).toEqual(['name']);
  const { uuid } = await owner.getRepo(repo);
  const data = await provider.validateConfig({ name: ` ${options.repo}` });
  expect(data).toMatchObject({ name: repo, external_id: uuid });
  await expect(provider.validateConfig({ name: 'demo/gone' })).rejects.toMatchObject({
    fields: { name: 'Bitbucket shows your account no such repository' },
  });
  const row = await provider.createRepository('org-1', data);
  expect(row).toMatchObject({
    organizationId: 'org-1',
    externalId: uuid,
    name: repo,
    config: { name: repo },
  });
  const hooks = async () =>
    (await client.api.getHooks(repo)).filter((hook) => hook.uuid === row.config.webhookId);
  expect(await hooks()).toMatchObject([{ active: true, events: ['repo:push'] }]);
  const { commits } = await provider.compareCommits(row, {
    start: sample.commits.links.slice(0, 9),
    end: 'main',
  });
  expect(commits.map(({ id }) => id)).toEqual(history.slice(0, history.indexOf(sample.commits.links)));
  expect(commits[0]).toMatchObject({ repository: repo, author: { email: 'ada@example.com' } });
  await provider.deleteRepository(row);
  expect(await hooks()).toEqual([]);
  await provider.deleteRepository(row);
}

export const cloudPluginRows: Rows<CloudWorld> = working<CloudWorld>({
  'S3-03': callsIssues,
  'S3-04': managesHooks,
  'S3-05': readsCommits,
  'S3-08': makesIssue,
  'S3-09': linksIssue,
  'S3-11': completesText,
  'S3-13': linksRepository,
});
