/** The rows of an integration with Cloud: what it lists, its issue forms, and the issues that people make and link. */
import { IntegrationFormError } from 'bitbucket-sdk';
import { expect } from 'vitest';
import { foreign, hidden, open, repo } from '../cloud-ground.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { expectForbidden, type Rows, working } from './row.ts';

const named = (names: readonly string[]) => names.filter((name) => name.startsWith(repo));

async function listsRepositories({ integration, sees }: CloudWorld): Promise<void> {
  const all = await integration.getRepositories();
  expect(all.map(({ identifier }) => identifier).sort()).toEqual(sees);
  const found = await integration.getRepositories('widgets');
  expect(found.map(({ identifier }) => identifier)).toEqual(named(sees));
  expect(found[0]).toMatchObject({
    name: 'widgets',
    externalId: expect.stringMatching(/^\{.+\}$/),
    defaultBranch: 'main',
  });
  expect(await integration.getRepositories('no such name')).toEqual([]);
}

async function knowsItsAccess({ integration, sees }: CloudWorld): Promise<void> {
  for (const name of sees) expect(await integration.hasRepoAccess(name)).toBe(true);
  // What is public may be read, but it is not for each credential.
  const others = [open, foreign, hidden, 'demo/gone'].filter((name) => !sees.includes(name));
  for (const name of others) expect(await integration.hasRepoAccess(name)).toBe(false);
}

async function findsUnmigratable({ integration, sees }: CloudWorld): Promise<void> {
  const rows = [...sees.map((name) => name.toUpperCase()), 'demo/gone', hidden].map((name) => ({
    ...{ id: name, organizationId: 'org', name },
  }));
  const left = await integration.getUnmigratableRepositories(rows);
  expect(left.map(({ name }) => name)).toEqual(['demo/gone', hidden]);
}

async function offersNewIssue({ integration, sees, credential }: CloudWorld): Promise<void> {
  const form = await integration.getCreateIssueConfig({ title: credential, defaults: { repo } });
  expect(form.map(({ name }) => name)).toEqual(['repo', 'title', 'description', 'issueType', 'priority']);
  const values = form.map(({ choices }) => choices?.map(([value]) => value));
  expect([...(values[0] ?? [])].sort()).toEqual(sees);
  expect(values[3]).toEqual(['bug', 'enhancement', 'proposal', 'task']);
  expect(values[4]).toEqual(['trivial', 'minor', 'major', 'critical', 'blocker']);
  expect([form[0]?.default, form[1]?.default]).toEqual([repo, credential]);
}

async function offersLink({ integration, sees, record, credential }: CloudWorld): Promise<void> {
  const form = await integration.getLinkIssueConfig({ defaults: { repo } });
  expect(form.map(({ name }) => name)).toEqual(['repo', 'externalIssue', 'comment']);
  expect(form[0]?.choices?.map(([value]) => value).sort()).toEqual(sees);
  const path = `/organizations/${credential}/integrations/${record.id}/search`;
  expect(form[1]?.url).toMatch(new RegExp(`${path}$`));
  expect(integration.getPersistedDefaultConfigFields()).toEqual(['repo']);
}

async function makesIssue({ integration, client, credential }: CloudWorld): Promise<void> {
  const title = `Made with ${credential}`;
  const data = { repo, title, description: 'It is *odd*', issueType: 'task', priority: 'blocker' };
  const { key, ...issue } = await integration.createIssue(data);
  expect(issue).toEqual({ title, description: expect.stringMatching(/<p>It is .*odd.*<\/p>/), repo });
  expect(await client.getIssue(repo, key)).toMatchObject({
    ...{ title, kind: 'task', priority: 'blocker' },
    content: { raw: 'It is *odd*' },
  });
  const missing = await integration.createIssue({ title }).catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(IntegrationFormError);
  expect(missing).toMatchObject({ fields: { repo: 'Repository is required' } });
}

const makingIsRefused = ({ integration }: CloudWorld): Promise<void> =>
  expectForbidden(integration.createIssue({ repo, title: 'Not mine to make' }));

/** The comments of an issue, as the owner reads them. */
const commentsOn = async ({ owner }: CloudWorld, id: number): Promise<(string | undefined)[]> => {
  const path = { workspace: 'demo', repo_slug: 'widgets', issue_id: String(id) };
  const route = 'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments';
  return (await Array.fromAsync(owner.paginate(route, { path }))).map(({ content }) => content?.raw);
};

async function linksIssue(world: CloudWorld): Promise<void> {
  const { integration, owner, credential } = world;
  const { id } = await owner.createIssue(repo, { title: `Linked with ${credential}` });
  const key = integration.makeExternalKey({ repo, key: id });
  expect(key).toBe(`${repo}#${id}`);
  expect(integration.getIssueUrl(key)).toBe(`https://bitbucket.org/${repo}/issues/${id}`);
  await integration.afterLinkIssue({ key }, { comment: `Linked by ${credential}` });
  await integration.afterLinkIssue({ key });
  expect(await commentsOn(world, id)).toEqual([`Linked by ${credential}`]);
  for (const part of [{ repo }, { key: id }])
    expect(() => integration.makeExternalKey(part)).toThrow(IntegrationFormError);
}

async function linkingIsRefused(world: CloudWorld): Promise<void> {
  const { id } = await world.owner.createIssue(repo, { title: 'Not to be linked' });
  await expectForbidden(world.integration.afterLinkIssue({ key: `${repo}#${id}` }, { comment: 'Mine' }));
  expect(await commentsOn(world, id)).toEqual([]);
}

async function search({ app, record, credential }: CloudWorld, query: Record<string, string>) {
  const path = `/organizations/${credential}/integrations/${record.id}/search`;
  const url = `https://app.example.com/bitbucket${path}?${new URLSearchParams(query)}`;
  const response = await app.fetch(new Request(url));
  return { status: response.status, body: (await response.json()) as unknown };
}

async function searchesIssues(world: CloudWorld): Promise<void> {
  const { owner, credential } = world;
  const title = `Sought with ${credential}`;
  const { id } = await owner.createIssue(repo, { title });
  const found = await search(world, { field: 'externalIssue', query: title.toLowerCase(), repo });
  expect(found).toEqual({ status: 200, body: [{ label: `#${id} ${title}`, value: id }] });
}

/** Bitbucket's 403 is told to a user as a repository that is not shown. */
async function searchIsRefused(world: CloudWorld): Promise<void> {
  await world.owner.createIssue(repo, { title: 'Sought in vain' });
  const found = await search(world, { field: 'externalIssue', query: 'Sought', repo });
  expect(found).toMatchObject({ status: 404, body: { error: 'repository_not_found' } });
}

async function searchesRepositories(world: CloudWorld): Promise<void> {
  const found = await search(world, { field: 'repo', query: 'widgets' });
  const body = named(world.sees).map((name) => ({ label: name, value: name }));
  expect(found).toEqual({ status: 200, body });
}

export const cloudIntegrationRows: Rows<CloudWorld> = {
  'S0-08': { works: searchesIssues, isRefused: searchIsRefused },
  'S2-17': { works: makesIssue, isRefused: makingIsRefused },
  'S2-18': { works: linksIssue, isRefused: linkingIsRefused },
  ...working<CloudWorld>({
    'S0-09': searchesRepositories,
    'S2-11': listsRepositories,
    'S2-12': knowsItsAccess,
    'S2-13': findsUnmigratable,
    'S2-15': offersNewIssue,
    'S2-16': offersLink,
  }),
};
