import type { Authorize } from 'bitbucket-sdk/integration';
import { createSearchEndpoint } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { readableLog } from '../connect/world.ts';
import { type Answer, integrationOver, integrationRecord, refused } from './integration-kit.ts';

const issues = [
  { id: 3, title: 'It breaks' },
  { id: 12, title: 'It "breaks" <b>again</b>' },
];

/** The endpoint over one integration, `integration-1` of `org-1`. */
function searchOver(
  answer: Answer,
  options: { authorize?: Authorize | undefined; status?: 'active' | 'disabled' } = {},
) {
  const authorize = 'authorize' in options ? options.authorize : () => true;
  const { integration, asked } = integrationOver(answer);
  const log = readableLog();
  const record = integrationRecord({ status: options.status ?? 'active' });
  const endpoint = createSearchEndpoint({
    integrations: { get: (id) => (id === record.id ? record : undefined) },
    work: () => integration,
    authorize,
    logger: log.logger,
  });
  const search = async (
    query: Record<string, string>,
    { method = 'GET', organizationId = 'org-1', integrationId = 'integration-1' } = {},
  ) => {
    const address = `https://app.example.com/search?${new URLSearchParams(query)}`;
    const response = await endpoint(new Request(address, { method }), {
      route: { organizationId, integrationId },
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  };
  return { search, asked, log };
}

const forIssues = { field: 'externalIssue', query: 'breaks', repo: 'acme/api' };

describe('the search endpoint', () => {
  test('S0-08 lists issues as "#id title" with the id as value, found by title', async () => {
    const { search, asked } = searchOver(() => ({ values: issues }));
    const { status, headers, body } = await search(forIssues);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual([
      { label: '#3 It breaks', value: 3 },
      { label: '#12 It "breaks" <b>again</b>', value: 12 },
    ]);
    expect(asked.map(({ path, url }) => [path, url.searchParams.get('q')])).toEqual([
      ['/repositories/acme/api/issues', 'title~"breaks"'],
    ]);
  });

  test('S0-09 lists repositories, exact names before others, each once', async () => {
    const repository = (slug: string) => ({ uuid: `{${slug}}`, full_name: `acme/${slug}`, name: slug });
    const { search, asked } = searchOver(({ url }) => ({
      values: url.searchParams.get('q')?.startsWith('name=')
        ? [repository('api')]
        : [repository('api-client'), repository('api'), repository('old-api')],
      next: `${url.origin}${url.pathname}?page=2`,
    }));
    const { body } = await search({ field: 'repo', query: 'api' });
    expect(body).toEqual(
      ['acme/api', 'acme/api-client', 'acme/old-api'].map((name) => ({ label: name, value: name })),
    );
    // One page of each kind, however many there are.
    expect(asked).toHaveLength(2);
  });

  test.each<[string, Record<string, string>]>([
    ['field', { query: 'x' }],
    ['field', { field: '', query: 'x' }],
    ['query', { field: 'repo' }],
    ['query', { field: 'externalIssue', query: ' ', repo: 'acme/api' }],
    ['repo', { field: 'externalIssue', query: 'x' }],
  ])('S0-10 names a missing %s', async (name, query) => {
    const { search, asked } = searchOver(() => ({ values: [] }));
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'missing_parameter', detail: `${name} is a required parameter` });
    expect(asked).toHaveLength(0);
  });

  test.each<[string, Record<string, string>]>([
    ['unknown_field', { field: 'user', query: 'x' }],
    ['unknown_field', { field: '__proto__', query: 'x' }],
    ['invalid_parameter', { ...forIssues, repo: 'api' }],
    ['invalid_parameter', { ...forIssues, repo: '../workspaces/acme' }],
    ['invalid_parameter', { ...forIssues, repo: 'acme/..' }],
  ])('S0-10 refuses with 400 and %s, and asks nothing of Bitbucket', async (error, query) => {
    const { search, asked } = searchOver(() => ({ values: [] }));
    expect(await search(query)).toMatchObject({ status: 400, body: { error } });
    expect(asked).toHaveLength(0);
  });

  test('S0-10 an unknown integration, another organization’s and a disabled one have the same answer', async () => {
    const answers = [
      await searchOver(() => ({})).search(forIssues, { integrationId: 'integration-2' }),
      await searchOver(() => ({})).search(forIssues, { organizationId: 'org-2' }),
      await searchOver(() => ({}), { status: 'disabled' }).search(forIssues),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [404, { error: 'not_found', detail: 'There is no such integration' }]),
    );
  });

  test('S0-11 a repository without issue tracker is 400 and says so', async () => {
    const { search } = searchOver(() => refused(404, 'Repository has no issue tracker.'));
    expect(await search(forIssues)).toMatchObject({
      status: 400,
      body: { error: 'no_issue_tracker', detail: 'The Bitbucket repository has no issue tracker' },
    });
  });

  test.each([
    '"',
    '\\',
    'a"b\\c\nd\r\n',
    '\\" OR title~"',
    '" OR id>0 OR title~"',
    'ü ☃ 𝄞',
    '\ud800',
    '"\\'.repeat(5120),
  ])('S0-12 %j stays inside its literal', async (query) => {
    for (const field of ['externalIssue', 'repo']) {
      const { search, asked } = searchOver(() => ({ values: [] }));
      expect(await search({ ...forIssues, field, query })).toMatchObject({ status: 200, body: [] });
      for (const { url } of asked) {
        expect(url.searchParams.get('q')).toMatch(/^(title~|name~|name=)"(?:[^"\\\p{Cc}]|\\["\\])*"$/u);
        expect(url.href.length).toBeLessThan(4000);
      }
    }
  });

  test.each<[string, Authorize | undefined]>([
    ['without the host’s word', undefined],
    ['when the host says no', () => false],
    ['when the host says nothing', () => undefined],
  ])('is 403 %s, whether there is such an integration or not', async (_, authorize) => {
    for (const integrationId of ['integration-1', 'integration-2']) {
      const { search, asked } = searchOver(() => ({ values: [] }), { authorize });
      expect(await search(forIssues, { integrationId })).toMatchObject({
        status: 403,
        body: { error: 'forbidden' },
      });
      expect(asked).toHaveLength(0);
    }
  });

  test('asks the host about the search, the organization and the integration', async () => {
    const questions: unknown[] = [];
    const authorize: Authorize = (_, question) => questions.push(question) > 0;
    await searchOver(() => ({ values: [] }), { authorize }).search(forIssues);
    expect(questions).toEqual([
      { action: 'search', organizationId: 'org-1', integrationId: 'integration-1' },
    ]);
  });

  test('takes GET only', async () => {
    const { search } = searchOver(() => ({ values: [] }));
    const { status, headers } = await search(forIssues, { method: 'POST' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET']);
  });

  test.each<[number, object, () => Response]>([
    [
      410,
      { error: 'feature_removed', detail: expect.stringContaining('2026-08-20') },
      () => refused(410, 'Gone'),
    ],
    [410, { error: 'feature_removed' }, () => refused(404)],
    [
      404,
      { error: 'repository_not_found' },
      () => refused(404, 'You may not have access to this repository'),
    ],
    [404, { error: 'repository_not_found' }, () => refused(403, 'No')],
    [502, { error: 'bitbucket_refused' }, () => refused(401, 'Who?')],
    [503, { error: 'unavailable' }, () => refused(500, 'oops')],
    [503, { error: 'unavailable' }, () => Response.error()],
    [503, { error: 'unavailable' }, () => new Response('<html>')],
  ])('is %i for what Bitbucket answers: %j', async (status, body, answer) => {
    const { search, log } = searchOver(() => {
      const response = answer();
      if (response.type === 'error') throw new TypeError('fetch failed');
      return response;
    });
    expect(await search(forIssues)).toMatchObject({ status, body });
    expect(JSON.stringify(log.lines)).not.toContain('breaks');
    expect(log.lines).toHaveLength(1);
  });

  test('passes on how long Bitbucket asks to wait', async () => {
    const { search } = searchOver(() => new Response('', { status: 429, headers: { 'retry-after': '30' } }));
    const { status, headers } = await search(forIssues);
    expect([status, headers.get('retry-after')]).toEqual([503, '30']);
  });

  test('is 503 when a function of the host’s fails, and tells nobody why', async () => {
    const authorize: Authorize = () => {
      throw new Error('the session store is at 10.0.0.7');
    };
    const { search } = searchOver(() => ({ values: [] }), { authorize });
    const { status, body } = await search(forIssues);
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  });

  test('is made only of what it needs', () => {
    const wrong = { integrations: { get: () => undefined }, work: undefined as never };
    expect(() => createSearchEndpoint(wrong)).toThrow('work');
    expect(() => createSearchEndpoint({ ...wrong, autorize: () => true } as never)).toThrow('authorize');
  });
});
