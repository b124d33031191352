import { isAuthError, isIntegrationFormError } from 'bitbucket-sdk';
import { BitbucketClient, BitbucketPlugin } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { annToken, consumer, createPluginWorld } from './plugin-world.ts';

const options = { repo: 'acme/api' };
const client = new BitbucketClient({ ...consumer, ...annToken });
const plugin = new BitbucketPlugin({ client });

const errorOf = async (call: () => unknown): Promise<unknown> => {
  try {
    return `was not refused: ${JSON.stringify(await call())}`;
  } catch (error) {
    return error;
  }
};

describe('the older plugin', () => {
  test('S3-06 says what it is', () => {
    expect(plugin).toMatchObject({
      slug: 'bitbucket',
      title: 'Bitbucket',
      confTitle: 'Bitbucket',
      confKey: 'bitbucket',
      authProvider: 'bitbucket',
      requiredField: 'repo',
    });
    expect(plugin.description).toContain('repository');
    expect(plugin.features.map(({ feature }) => feature)).toEqual(['commits', 'issue-basic']);
    expect(plugin.features.every(({ description }) => description.length > 10)).toBe(true);
  });

  test.each<[string | undefined, boolean]>([
    ['acme/api', true],
    [' https://bitbucket.org/acme/api/src/main/ ', true],
    [undefined, false],
    ['', false],
    ['  ', false],
    ['nonsense', false],
    ['https://github.com/acme/api', false],
  ])('S3-07 with repo %j it is configured: %s', (repo, configured) => {
    expect(plugin.isConfigured({ repo })).toBe(configured);
  });

  test('S3-07 is configured by one field, "Repository Name", that shows what was kept', () => {
    expect(plugin.isConfigured(undefined)).toBe(false);
    const [field, ...more] = plugin.getConfigureFields();
    expect(more).toEqual([]);
    expect(field).toMatchObject({
      name: 'repo',
      label: 'Repository Name',
      type: 'text',
      required: true,
      default: '',
      placeholder: expect.stringMatching(/^\w+\/\w+$/),
      help: expect.stringContaining('workspace/repository'),
    });
    expect(plugin.getConfigureFields({ repo: 'acme/api' })[0]?.default).toBe('acme/api');
  });

  test.each<[string, object, string]>([
    ['no client', {}, 'client'],
    ['two', { client, clientFor: () => client }, 'client'],
    ['something else', { client: {} }, 'client'],
    ['no function', { clientFor: 'ann' }, 'clientFor'],
    ['a misspelt option', { client, siteurl: 'x' }, 'siteurl'],
    ['no address', { client, siteUrl: 'x' }, 'siteUrl'],
  ])('%s is a ConfigError', (_, given, option) => {
    expect(() => new BitbucketPlugin(given)).toThrow(
      expect.objectContaining({ name: 'ConfigError', option }),
    );
  });
});

describe('a new issue by the older plugin', () => {
  test('S3-08 has the repository, which cannot be changed, title, description, type and priority', () => {
    const fields = plugin.getNewIssueFields({ options, title: 'It breaks', description: 'So' });
    expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['repo', 'text', true],
      ['title', 'text', true],
      ['description', 'textarea', false],
      ['issue_type', 'select', false],
      ['priority', 'select', false],
    ]);
    const [repo, title, description, type, priority] = fields;
    expect(repo).toMatchObject({ default: 'acme/api', readOnly: true });
    expect([title?.default, description?.default]).toEqual(['It breaks', 'So']);
    expect(type).toMatchObject({ label: 'Issue type', default: 'bug' });
    expect(type?.choices?.map(([value]) => value)).toEqual(['bug', 'enhancement', 'proposal', 'task']);
    expect(priority?.default).toBe('trivial');
    expect(priority?.choices?.map(([value]) => value)).toEqual([
      'trivial',
      'minor',
      'major',
      'critical',
      'blocker',
    ]);
  });

  test('S3-08 is made in the repository of the options, and its number given', async () => {
    const { plugin, clientFor } = await createPluginWorld();
    const data = { title: ' It breaks ', description: '*So*', issue_type: 'task', priority: 'major' };
    const repo = 'https://ann@bitbucket.org/acme/api.git';
    await expect(plugin.createIssue(data, { options: { repo }, user: 'ann' })).resolves.toBe(1);
    await expect(plugin.createIssue({ title: 'Just so' }, { options, user: 'ann' })).resolves.toBe(2);
    const issue = await clientFor('ann').getIssue('acme/api', 1);
    expect(issue).toMatchObject({
      title: 'It breaks',
      content: { raw: '*So*' },
      kind: 'task',
      priority: 'major',
      reporter: { display_name: 'ann' },
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['no title', { title: '  ' }, { title: 'Title is required' }],
    ['a title that is no text', { title: {} }, { title: 'Title is required' }],
    ['a type that there is not', { title: 'x', issue_type: 'epic' }, { issue_type: expect.any(String) }],
    [
      'two wrong choices',
      { title: 'x', issue_type: 'epic', priority: 'p1' },
      { issue_type: expect.any(String), priority: expect.any(String) },
    ],
    ['a title that is too long', { title: 'x'.repeat(256) }, { title: expect.stringContaining('255') }],
  ])('S3-08 %s is a form error on its field', async (_, data, fields) => {
    const { plugin } = await createPluginWorld();
    const error = await errorOf(() => plugin.createIssue(data, { options, user: 'ann' }));
    expect(isIntegrationFormError(error)).toBe(true);
    expect(error).toMatchObject({ fields });
  });

  test.each([undefined, '', 'nonsense', 'acme/api/x', '../..', 'https://evil.example/acme/api'])(
    'with repo %j every call is a form error on repo, and nothing is sent',
    async (repo) => {
      const { plugin, calls } = await createPluginWorld();
      const call = { options: { repo }, user: 'ann' } as const;
      for (const attempt of [
        () => plugin.createIssue({ title: 'x' }, call),
        () => plugin.linkIssue({ issue_id: '1' }, call),
        () => plugin.autocomplete({ field: 'issue_id', query: 'x' }, call),
        async () => plugin.getIssueUrl(1, call.options),
        async () => plugin.getNewIssueFields(call),
      ]) {
        expect(await errorOf(attempt)).toMatchObject({
          name: 'IntegrationFormError',
          fields: { repo: expect.any(String) },
        });
      }
      expect(calls).toHaveLength(0);
    },
  );

  test('needs a user who has connected an account', async () => {
    const { plugin, calls } = await createPluginWorld();
    for (const user of ['bea', undefined] as const) {
      const error = await errorOf(() => plugin.createIssue({ title: 'x' }, { options, user }));
      expect(isAuthError(error)).toBe(true);
      expect(error).toMatchObject({ code: 'reauthorization_required' });
      expect(plugin.messageFromError(error)).toMatch(/connect/i);
    }
    expect(calls).toHaveLength(0);
  });
});

describe('an issue that the older plugin links', () => {
  test('S3-09 is asked for by its number, searched as somebody types, with a comment if wanted', () => {
    const [issue, comment, ...more] = plugin.getLinkExistingIssueFields({ comment: 'See https://host/1' });
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ name: 'issue_id', type: 'select', required: true, hasAutocomplete: true });
    expect(comment).toMatchObject({
      name: 'comment',
      type: 'textarea',
      required: false,
      default: 'See https://host/1',
    });
    expect(plugin.getLinkExistingIssueFields()[1]?.default).toBe('');
  });

  test('S3-09 gives its title, and gets the comment only where there is one', async () => {
    const { plugin, clientFor, lines } = await createPluginWorld();
    await clientFor('ann').createIssue('acme/api', { title: 'It breaks' });
    const call = { options, user: 'ann' } as const;
    const link = (data: object) => plugin.linkIssue({ ...data }, call);
    await expect(link({ issue_id: '1', comment: ' Seen again ' })).resolves.toEqual({ title: 'It breaks' });
    await expect(link({ issue_id: 1, comment: '  ' })).resolves.toEqual({ title: 'It breaks' });
    await expect(link({ issue_id: '#1' })).resolves.toEqual({ title: 'It breaks' });
    expect(lines().filter((line) => line.endsWith('/comments'))).toHaveLength(1);
    const path = { workspace: 'acme', repo_slug: 'api', issue_id: 1 };
    const route = 'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments';
    const comments = await Array.fromAsync(clientFor('ann').api.paginate(route, { path }));
    expect(comments).toMatchObject([{ content: { raw: 'Seen again' } }]);
  });

  test.each<[unknown, string]>([
    [undefined, 'Issue is required'],
    ['', 'Issue is required'],
    ['#', 'Issue is required'],
    ['first', 'An issue is named by its number'],
    ['1/../2', 'An issue is named by its number'],
    ['9'.repeat(16), 'An issue is named by its number'],
    [-1, 'An issue is named by its number'],
  ])('S3-09 issue_id %j is a form error', async (issue_id, text) => {
    const { plugin, calls } = await createPluginWorld();
    const error = await errorOf(() => plugin.linkIssue({ issue_id }, { options, user: 'ann' }));
    expect(error).toMatchObject({ name: 'IntegrationFormError', fields: { issue_id: text } });
    expect(calls).toHaveLength(0);
  });

  test('S3-10 is labelled Bitbucket-12, and seen below its repository', () => {
    expect(plugin.getIssueLabel(12)).toBe('Bitbucket-12');
    expect(plugin.getIssueUrl(12, options)).toBe('https://bitbucket.org/acme/api/issue/12/');
    const elsewhere = new BitbucketPlugin({ client, siteUrl: 'http://127.0.0.1:4000' });
    expect(elsewhere.getIssueUrl('12', { repo: 'http://127.0.0.1:4000/acme/api' })).toBe(
      'http://127.0.0.1:4000/acme/api/issue/12/',
    );
  });

  test('S3-11 is found as somebody types', async () => {
    const { plugin, clientFor, calls } = await createPluginWorld();
    const ann = clientFor('ann');
    for (const title of ['It breaks', 'It works', 'Breaks "too"'])
      await ann.createIssue('acme/api', { title });
    const search = (query: string, field = 'issue_id') =>
      plugin.autocomplete({ field, query }, { options, user: 'ann' });
    await expect(search(' breaks ')).resolves.toEqual({
      issue_id: expect.arrayContaining([
        { text: '(#1) It breaks', id: 1 },
        { text: '(#3) Breaks "too"', id: 3 },
      ]),
    });
    await expect(search('"too"')).resolves.toEqual({ issue_id: [{ text: '(#3) Breaks "too"', id: 3 }] });
    await expect(search('nowhere')).resolves.toEqual({ issue_id: [] });
    const before = calls.length;
    await expect(search('  ')).resolves.toEqual({ issue_id: [] });
    expect(await errorOf(() => search('x', 'title'))).toMatchObject({ name: 'IntegrationFormError' });
    expect(calls).toHaveLength(before);
  });
});

describe('what the older plugin says of a failure', () => {
  const messageAfter = async (repo: string, world: Parameters<typeof createPluginWorld>[0] = {}) => {
    const { plugin } = await createPluginWorld(world);
    const error = await errorOf(() => plugin.createIssue({ title: 'x' }, { options: { repo }, user: 'ann' }));
    return plugin.messageFromError(error);
  };

  test.each(['missing', 'on'] as const)(
    'S3-12 a 404 names the repository, access to it, and issue tracking (tracker: %s)',
    async (issueTracker) => {
      const message = await messageAfter(issueTracker === 'on' ? 'rival/site' : 'acme/api', { issueTracker });
      for (const word of [/repository exists/, /access/, /issue tracking/]) expect(message).toMatch(word);
    },
  );

  test('S3-12 a removed tracker is told with its date, and what to use instead', async () => {
    const message = await messageAfter('acme/api', { issueTracker: 'removed' });
    expect(message).toContain('2026-08-20');
    expect(message).toContain('another issue tracker');
  });

  test('tells a person what to mend, and nothing of the inside', async () => {
    const { plugin, clientWith, emulator } = await createPluginWorld();
    const told = async (call: () => unknown) => plugin.messageFromError(await errorOf(call));
    expect(await told(() => clientWith({ token: 'revoked' }).getRepo('acme/api'))).toContain('OAuth 1.0a');
    expect(await told(() => plugin.createIssue({}, { options, user: 'ann' }))).toBe('Title is required');
    const get = () => clientWith().getRepo('acme/api');
    const fail = (fault: Parameters<typeof emulator.faults.add>[0]['fault']) =>
      emulator.faults.add({ times: 1, fault });
    fail({ kind: 'rate-limit', retryAfter: 7 });
    expect(await told(get)).toContain('in 7 seconds');
    fail({ kind: 'status', status: 500 });
    expect(await told(get)).toContain('busy or broken (500)');
    fail({ kind: 'status', status: 403 });
    expect(await told(get)).toContain('may not');
    fail({ kind: 'status', status: 409 });
    expect(await told(get)).toContain('409');
    expect(
      await told(() => clientWith({ fetch: () => Promise.reject(new Error('x')) }).getRepo('a/b')),
    ).toContain('cannot be reached');
    expect(plugin.messageFromError(new Error('password p4ss'))).not.toContain('p4ss');
    expect(plugin.messageFromError(undefined)).toContain('Bitbucket');
  });
});
