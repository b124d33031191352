import { isApiError } from 'bitbucket-sdk';
import type { IssueTracker } from 'bitbucket-sdk/integration';
import { describe, expect, test, vi } from 'vitest';
import { type Answer, integrationOver, refused } from './integration-kit.ts';

const repositories: Answer = ({ path }) =>
  path.startsWith('/repositories/{')
    ? {
        values: ['acme/api', 'acme/web'].map((full_name) => ({
          uuid: `{${full_name}}`,
          full_name,
          name: 'x',
        })),
      }
    : undefined;

const issue = { id: 7, title: 'It breaks', content: { raw: '*So*', html: '<p><em>So</em></p>' } };
const searchUrl = 'https://app.example.com/organizations/org-1/integrations/integration-1/search';

describe('the form for a new issue', () => {
  test('S2-15 has repository, title, description, type and priority', async () => {
    const { integration, asked } = integrationOver(repositories, { searchUrl });
    const form = await integration.getCreateIssueConfig({ title: 'It breaks', description: 'So' });
    expect(form.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['repo', 'select', true],
      ['title', 'text', true],
      ['description', 'textarea', false],
      ['issueType', 'select', false],
      ['priority', 'select', false],
    ]);
    const [repo, title, description, issueType, priority] = form;
    expect(repo).toMatchObject({
      default: 'acme/api',
      choices: [
        ['acme/api', 'acme/api'],
        ['acme/web', 'acme/web'],
      ],
      url: searchUrl,
      updatesForm: true,
    });
    expect([title?.default, description?.default]).toEqual(['It breaks', 'So']);
    expect(issueType?.choices?.map(([value]) => value)).toEqual(['bug', 'enhancement', 'proposal', 'task']);
    expect(priority?.choices?.map(([value]) => value)).toEqual([
      'trivial',
      'minor',
      'major',
      'critical',
      'blocker',
    ]);
    expect(asked).toHaveLength(1);
  });

  test('S2-15 begins with the repository that was chosen last, listed or not', async () => {
    const { integration } = integrationOver(repositories);
    const [repo] = await integration.getCreateIssueConfig({ defaults: { repo: 'acme/far-away' } });
    expect(repo?.default).toBe('acme/far-away');
    expect(repo?.choices?.map(([value]) => value)).toEqual(['acme/far-away', 'acme/api', 'acme/web']);
  });

  test('S2-15 is there also where no repository is seen', async () => {
    const { integration } = integrationOver(() => ({ values: [] }));
    const [repo] = await integration.getCreateIssueConfig();
    expect(repo).toMatchObject({ choices: [] });
    expect(repo).not.toHaveProperty('default');
  });
});

describe('the form for linking an issue', () => {
  test('S2-16 has repository, issue and comment, and the repository is worth keeping', async () => {
    const { integration } = integrationOver(repositories, { searchUrl });
    const form = await integration.getLinkIssueConfig({ defaults: { repo: 'acme/web' } });
    expect(form.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['repo', 'select', true],
      ['externalIssue', 'select', true],
      ['comment', 'textarea', false],
    ]);
    expect(form.map(({ url }) => url)).toEqual([searchUrl, searchUrl, undefined]);
    expect(form[0]?.default).toBe('acme/web');
    expect(integration.getPersistedDefaultConfigFields()).toEqual(['repo']);
  });
});

describe('making an issue', () => {
  const data = {
    repo: 'acme/api',
    title: ' It breaks ',
    description: '*So*',
    issueType: 'task',
    priority: 'major',
  };

  test('S2-17 sends content.raw, and gives key, title, description as HTML, and repo', async () => {
    const { integration, asked } = integrationOver(() => issue);
    await expect(integration.createIssue(data)).resolves.toEqual({
      key: 7,
      title: 'It breaks',
      description: '<p><em>So</em></p>',
      repo: 'acme/api',
    });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/repositories/acme/api/issues',
        body: { title: 'It breaks', content: { raw: '*So*' }, kind: 'task', priority: 'major' },
      },
    ]);
  });

  test('S2-17 takes what is optional as it is left out', async () => {
    const { integration, asked } = integrationOver(() => issue);
    await integration.createIssue({ repo: 'acme/api', title: 'It breaks', issueType: '' });
    expect(asked[0]?.body).toEqual({ title: 'It breaks', content: { raw: '' } });
  });

  test.each<[string, object, Record<string, string>]>([
    ['a missing repository', { repo: '' }, { repo: 'Repository is required' }],
    ['no form at all', { repo: undefined, title: undefined }, { repo: 'Repository is required' }],
    ['a repository without workspace', { repo: 'api' }, { repo: expect.any(String) }],
    ['a repository that climbs', { repo: 'acme/..' }, { repo: expect.any(String) }],
    ['a missing title', { title: '  ' }, { title: 'Title is required' }],
    ['a type that there is not', { issueType: 'epic' }, { issueType: expect.any(String) }],
    [
      'two wrong choices',
      { issueType: 'epic', priority: 'p1' },
      { issueType: expect.any(String), priority: expect.any(String) },
    ],
  ])('S2-17 %s is a form error on its field, and nothing is sent', async (_, change, fields) => {
    const { integration, asked } = integrationOver(() => issue);
    const call = async () => integration.createIssue({ ...data, ...change });
    await expect(call()).rejects.toMatchObject({
      name: 'IntegrationFormError',
      code: 'invalid_form',
      fields,
    });
    expect(asked).toHaveLength(0);
  });

  test('a refusal of fields is told beside the fields of the form', async () => {
    const { integration } = integrationOver(() =>
      refused(400, 'Bad request', { content: ['too long'], kind: ['unknown', 'wrong'], title: ['empty'] }),
    );
    const error = await integration.createIssue(data).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      name: 'IntegrationFormError',
      fields: { description: 'too long', issueType: 'unknown wrong', title: 'empty' },
      cause: { code: 'bad_request' },
    });
  });

  test.each<[string, Response, object]>([
    ['a refusal without fields', refused(400, 'No'), { name: 'ApiError', code: 'bad_request' }],
    ['no rights', refused(403, 'No'), { code: 'forbidden' }],
    [
      'a repository without tracker',
      refused(404, 'Repository has no issue tracker.'),
      { code: 'no_issue_tracker' },
    ],
    [
      'the removed tracker',
      refused(410, 'CHANGE-9 gone'),
      { name: 'FeatureRemovedError', removedOn: '2026-08-20' },
    ],
  ])('%s is an error of Bitbucket’s, not of the form', async (_, answer, expected) => {
    const { integration } = integrationOver(() => answer);
    const error = await integration.createIssue(data).catch((cause: unknown) => cause);
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject(expected);
  });
});

describe('an issue that is linked', () => {
  test('S2-18 has the external key repo#id, and is looked up and seen by it', async () => {
    const { integration, asked } = integrationOver(() => issue);
    expect(integration.makeExternalKey({ repo: 'acme/api', key: 7 })).toBe('acme/api#7');
    expect(integration.getIssueUrl('acme/api#7')).toBe('https://bitbucket.org/acme/api/issues/7');
    await expect(integration.getIssue(7, { repo: 'acme/api' })).resolves.toMatchObject({
      key: 7,
      repo: 'acme/api',
    });
    expect(asked[0]?.path).toBe('/repositories/acme/api/issues/7');
  });

  test('S2-18 is seen on the site that the integration was installed from', () => {
    const metadata = { siteUrl: 'http://127.0.0.1:4000' };
    const { integration } = integrationOver(() => issue, {
      record: { metadata: { ...integrationOver(() => issue).integration.record.metadata, ...metadata } },
    });
    expect(integration.getIssueUrl('acme/api#7')).toBe('http://127.0.0.1:4000/acme/api/issues/7');
  });

  test('S2-18 gets the comment of the form, and none where there is none', async () => {
    const { integration, asked } = integrationOver(() => ({ id: 1 }));
    await integration.afterLinkIssue({ key: 'acme/api#7' }, { comment: 'Seen again' });
    await integration.afterLinkIssue({ key: 'acme/api#7' }, { comment: ' ' });
    await integration.afterLinkIssue({ key: 'acme/api#7' });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/repositories/acme/api/issues/7/comments',
        body: { content: { raw: 'Seen again' } },
      },
    ]);
  });

  test.each<[string, Record<string, string>]>([
    ['#7', { repo: 'Repository is required' }],
    ['', { repo: 'Repository is required' }],
    ['acme/api#', { externalIssue: 'Issue is required' }],
    ['acme/api', { externalIssue: 'Issue is required' }],
    ['api#7', { repo: expect.any(String) }],
    ['../..#7', { repo: expect.any(String) }],
  ])('S2-18 the key %j lacks a part: a form error on its field', async (key, fields) => {
    const { integration, asked } = integrationOver(() => ({ id: 1 }));
    const call = integration.afterLinkIssue({ key }, { comment: 'Seen again' });
    await expect(call).rejects.toMatchObject({ name: 'IntegrationFormError', fields });
    expect(() => integration.getIssueUrl(key)).toThrow('The form has mistakes');
    expect(asked).toHaveLength(0);
  });

  test('S2-18 a key cannot be made without repository or issue', () => {
    const { integration } = integrationOver(() => ({ id: 1 }));
    expect(() => integration.makeExternalKey({ key: 7 })).toThrow('repo');
    expect(() => integration.makeExternalKey({ repo: 'acme/api' })).toThrow('externalIssue');
  });
});

describe('a tracker of the host’s own', () => {
  test('takes the place of Bitbucket’s in forms, keys, search and comments', async () => {
    const addComment = vi.fn(async () => {});
    const tracker: IssueTracker = {
      name: 'Tracks',
      fields: [{ name: 'team', label: 'Team', type: 'select', required: true, choices: [['web', 'Web']] }],
      createIssue: async ({ repo, title, fields }) => ({
        repo,
        key: `T-${fields['team']}`,
        title,
        description: '',
      }),
      getIssue: async ({ repo, key }) => ({ repo, key, title: 'Found', description: '' }),
      searchIssues: async ({ text }) => [{ key: 'T-1', title: text }],
      addComment,
      issueUrl: ({ key }) => `https://tracks.example.com/${key}`,
    };
    const { integration, lines } = integrationOver(repositories, { issueTracker: tracker });
    const form = await integration.getCreateIssueConfig();
    expect(form.map(({ name }) => name)).toEqual(['repo', 'title', 'description', 'team']);
    expect((await integration.getLinkIssueConfig()).at(-1)?.help).toContain('Tracks');

    const missing = async () => integration.createIssue({ repo: 'acme/api', title: 'It' });
    await expect(missing()).rejects.toMatchObject({ fields: { team: 'Team is required' } });
    const made = await integration.createIssue({ repo: 'acme/api', title: 'It', team: 'web' });
    const key = integration.makeExternalKey(made);
    expect(key).toBe('acme/api#T-web');
    expect(integration.getIssueUrl(key)).toBe('https://tracks.example.com/T-web');
    await expect(integration.searchIssues('door', { repo: 'acme/api' })).resolves.toEqual([
      { key: 'T-1', title: 'door' },
    ]);
    await integration.afterLinkIssue({ key }, { comment: 'Seen' });
    expect(addComment).toHaveBeenCalledWith({ repo: 'acme/api', key: 'T-web' }, 'Seen', {
      signal: undefined,
    });
    expect(lines().every((line) => line.startsWith('GET /repositories/{'))).toBe(true);
  });
});
