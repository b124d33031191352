import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitIn, temporaryFolder, write } from '../testing/support/git-repository.ts';

/** The calls that are made here. The package's own types are TypeScript sources, which this project's rules refuse. */
interface Calls {
  users: 'getAuthedUser' | 'get';
  workspaces: 'getWorkspace' | 'getMembersForWorkspace';
  repositories: 'list' | 'get' | 'create' | 'createFork' | 'delete' | 'listEffectiveDefaultReviewers';
  commits: 'listAt' | 'get' | 'getDiff';
  source: 'read' | 'createFileCommit';
  pipelines: 'list';
  refs: 'listBranches' | 'createBranch' | 'createTag' | 'getBranch';
  webhooks: 'create' | 'listForRepo' | 'delete';
  commitstatuses: 'createBuildStatus' | 'list';
  pullrequests:
    | 'create'
    | 'list'
    | 'createComment'
    | 'listComments'
    | 'createApproval'
    | 'getDiffStat'
    | 'addDefaultReviewer'
    | 'createTask'
    | 'listTasks'
    | 'merge';
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

type ForeignClient = {
  readonly [Group in keyof Calls]: { readonly [Name in Calls[Group]]: (params: object) => Promise<Answer> };
};

/** Another widely used client, as it comes from npm. */
const require = createRequire(import.meta.url);
const { Bitbucket } = require('bitbucket') as {
  Bitbucket: new (options: object) => ForeignClient;
};

/** The items of a page. */
const itemsOf = ({ data }: Answer) => data['values'] as readonly Readonly<Record<string, unknown>>[];

const workspace = 'demo';
const repo_slug = 'widgets';
const here = { workspace, repo_slug };

let folder: string;
let emulator: BitbucketEmulator;
let client: ForeignClient;
let reviewer: ForeignClient;
const commits = { first: '', topic: '' };

beforeAll(async () => {
  folder = await temporaryFolder();
  const git = gitIn(folder);
  await git('init', '--quiet', '--initial-branch=main');
  await write(folder, 'README.md', '# Widgets\n');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'First');
  commits.first = await git('rev-parse', 'HEAD');
  await git('checkout', '--quiet', '-b', 'topic');
  await write(folder, 'docs/guide one.md', 'A guide\n');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'Guide');
  commits.topic = await git('rev-parse', 'HEAD');
  await git('checkout', '--quiet', 'main');
  emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets', from: folder }],
    users: [
      { username: 'ada', email: 'ada@example.com', displayName: 'Ada' },
      { username: 'rita', email: 'rita@example.com' },
    ],
    credentials: {
      apiTokens: [{ email: 'ada@example.com', token: 'ada-token' }],
      accessTokens: [{ token: 'team', workspace }],
    },
  });
  const { url } = await emulator.listen();
  const baseUrl = `${url}/2.0`;
  client = new Bitbucket({
    baseUrl,
    auth: { username: 'ada@example.com', password: 'ada-token' },
    notice: false,
  });
  reviewer = new Bitbucket({ baseUrl, auth: { token: 'team' }, notice: false });
});

afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the npm client bitbucket, told of another base URL and of nothing else', () => {
  test('reads who it is, its workspaces and repositories', async () => {
    const user = await client.users.getAuthedUser({});
    expect(user.data).toMatchObject({ type: 'user', display_name: 'Ada' });
    const team = await client.workspaces.getWorkspace({ workspace });
    expect(team.data).toMatchObject({ type: 'workspace', slug: 'demo' });
    const listed = await client.repositories.list({ workspace, q: 'name = "widgets"' });
    expect(itemsOf(listed)).toMatchObject([{ full_name: 'demo/widgets' }]);
    const one = await client.repositories.get(here);
    expect(one.data).toMatchObject({ type: 'repository', mainbranch: { name: 'main' } });
  });

  test('reads commits, files, diffs and refs', async () => {
    const history = await client.commits.listAt({ ...here, revision: 'topic' });
    expect(itemsOf(history).map(({ hash }) => hash)).toEqual([commits.topic, commits.first]);
    const commit = await client.commits.get({ ...here, commit: commits.topic });
    expect(commit.data).toMatchObject({ hash: commits.topic, message: 'Guide\n' });
    const file = await client.source.read({ ...here, commit: commits.topic, path: 'docs/guide one.md' });
    expect(file.data).toBe('A guide\n');
    const diff = await client.commits.getDiff({ ...here, spec: commits.topic });
    expect(diff.data).toContain('+A guide');
    const branches = await client.refs.listBranches(here);
    expect(itemsOf(branches).map(({ name }) => name)).toEqual(['main', 'topic']);
  });

  test('makes branches, tags and hooks', async () => {
    const branch = await client.refs.createBranch({
      ...here,
      _body: { name: 'release/1', target: { hash: commits.first } },
    });
    expect([branch.status, branch.data]).toMatchObject([201, { name: 'release/1' }]);
    const tag = await client.refs.createTag({
      ...here,
      _body: { type: 'tag', name: 'v1', target: { type: 'commit', hash: commits.first } },
    });
    expect(tag.data).toMatchObject({ name: 'v1', target: { hash: commits.first } });
    const hook = await client.webhooks.create({
      ...here,
      _body: { type: 'webhook', url: 'http://127.0.0.1:9/hook', events: ['issue:created'], active: true },
    });
    expect(hook.data).toMatchObject({ active: true, events: ['issue:created'] });
    const hooks = await client.webhooks.listForRepo(here);
    expect(itemsOf(hooks)).toHaveLength(1);
    const gone = await client.webhooks.delete({ ...here, uid: String(hook.data['uuid']) });
    expect(gone.status).toBe(204);
  });

  test('commits files by a form, onto a branch that it begins, and deletes them', async () => {
    const made = await client.source.createFileCommit({
      ...here,
      _body: { '/docs/new.md': 'New & old = 1\n', message: 'By form', branch: 'by-form' },
    });
    expect(made.status).toBe(201);
    const commit = made.headers['location']?.split('/').at(-1);
    const [newest, before] = itemsOf(await client.commits.listAt({ ...here, revision: 'by-form' }));
    expect([newest, before]).toMatchObject([{ hash: commit, message: 'By form\n' }, { hash: commits.first }]);
    const file = await client.source.read({ ...here, commit: 'by-form', path: 'docs/new.md' });
    expect(file.data).toBe('New & old = 1\n');
    await client.source.createFileCommit({
      ...here,
      _body: { files: 'docs/new.md', branch: 'by-form', parents: commit },
    });
    const gone = client.source.read({ ...here, commit: 'by-form', path: 'docs/new.md' });
    await expect(gone).rejects.toMatchObject({ status: 404 });
  });

  test('asks who is to review, and who there is', async () => {
    const members = await client.workspaces.getMembersForWorkspace({ workspace });
    expect(itemsOf(members)).toMatchObject([{ user: { nickname: 'ada' } }, { user: { nickname: 'rita' } }]);
    const rita = await client.users.get({ selected_user: 'rita' });
    const target_username = String(rita.data['uuid']);
    const added = await client.pullrequests.addDefaultReviewer({ ...here, target_username });
    expect(added.status).toBe(200);
    const chosen = await client.repositories.listEffectiveDefaultReviewers(here);
    expect(itemsOf(chosen)).toMatchObject([{ reviewer_type: 'repository', user: { nickname: 'rita' } }]);
  });

  test('reports builds', async () => {
    const made = await client.commitstatuses.createBuildStatus({
      ...here,
      commit: commits.topic,
      _body: { type: 'build', key: 'ci', state: 'SUCCESSFUL', url: 'https://ci.example.com/1' },
    });
    expect([made.status, made.data]).toMatchObject([201, { key: 'ci', state: 'SUCCESSFUL' }]);
    const listed = await client.commitstatuses.list({ ...here, commit: commits.topic });
    expect(itemsOf(listed)).toMatchObject([{ key: 'ci' }]);
  });

  test('opens a pull request, talks about it, approves and merges it', async () => {
    const opened = await client.pullrequests.create({
      ...here,
      _body: { type: 'pullrequest', title: 'A guide', source: { branch: { name: 'topic' } } },
    });
    expect([opened.status, opened.data]).toMatchObject([201, { state: 'OPEN', title: 'A guide' }]);
    const pull_request_id = Number(opened.data['id']);
    const at = { ...here, pull_request_id };
    const listed = await client.pullrequests.list({ ...here, state: 'OPEN' });
    expect(itemsOf(listed)).toMatchObject([{ id: pull_request_id }]);
    const comment = await reviewer.pullrequests.createComment({
      ...at,
      _body: { type: 'pullrequest_comment', content: { raw: 'Good' } },
    });
    expect(comment.data).toMatchObject({ content: { raw: 'Good' } });
    const comments = await client.pullrequests.listComments(at);
    expect(itemsOf(comments)).toMatchObject([{ content: { html: '<p>Good</p>' } }]);
    const task = await reviewer.pullrequests.createTask({ ...at, _body: { content: { raw: 'A title' } } });
    expect(task.data).toMatchObject({ state: 'UNRESOLVED', content: { raw: 'A title' } });
    expect(itemsOf(await client.pullrequests.listTasks(at))).toMatchObject([{ id: task.data['id'] }]);
    const approved = await reviewer.pullrequests.createApproval(at);
    expect(approved.data).toMatchObject({ approved: true });
    const stat = await client.pullrequests.getDiffStat(at);
    expect(stat.data).toMatchObject({ values: [{ status: 'added', new: { path: 'docs/guide one.md' } }] });
    const merged = await client.pullrequests.merge({
      ...at,
      _body: { type: 'merge', message: 'In it goes' },
    });
    expect(merged.data).toMatchObject({ state: 'MERGED', closed_by: { display_name: 'Ada' } });
    const main = await client.refs.getBranch({ ...here, name: 'main' });
    expect(main.data).toMatchObject({ target: { message: 'In it goes\n' } });
  });

  test('makes, forks and deletes repositories', async () => {
    const made = await client.repositories.create({
      workspace,
      repo_slug: 'made',
      _body: { type: 'repository', scm: 'git' },
    });
    expect(made.data).toMatchObject({ full_name: 'demo/made' });
    const fork = await client.repositories.createFork({
      ...here,
      _body: { type: 'repository', name: 'copy' },
    });
    expect(fork.data).toMatchObject({ full_name: 'demo/copy', parent: { full_name: 'demo/widgets' } });
    const gone = await client.repositories.delete({ workspace, repo_slug: 'made' });
    expect(gone.status).toBe(204);
  });

  test('is told what the emulator does not serve', async () => {
    await expect(client.pipelines.list(here)).rejects.toMatchObject({
      status: 501,
      error: { error: { message: expect.stringContaining('The emulator does not serve GET') } },
    });
  });

  test('understands a refusal', async () => {
    await expect(client.repositories.get({ workspace, repo_slug: 'nothing' })).rejects.toMatchObject({
      status: 404,
      error: { error: { message: 'Repository demo/nothing not found' } },
    });
  });
});
