import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  api,
  type Page,
  type SampleEmulator,
  startSampleEmulator,
  widgets,
} from './support/sample-emulator.ts';

let it: SampleEmulator;

beforeAll(async () => {
  it = await startSampleEmulator();
});

afterAll(() => it.stop());

describe('repositories', () => {
  test('have the main branch, links to Bitbucket and their workspace', async () => {
    const repository = await it.json(widgets);
    expect(repository).toMatchObject({
      type: 'repository',
      full_name: 'demo/widgets',
      slug: 'widgets',
      is_private: true,
      description: 'A sample',
      scm: 'git',
      mainbranch: { type: 'branch', name: 'main' },
      workspace: { type: 'workspace', slug: 'demo' },
      links: {
        self: { href: `${api}${widgets}` },
        html: { href: 'https://bitbucket.org/demo/widgets' },
        clone: [{ name: 'https', href: 'https://bitbucket.org/demo/widgets.git' }, { name: 'ssh' }],
      },
    });
    expect(repository['uuid']).toMatch(/^\{[0-9a-f-]{36}\}$/);
    expect(repository['created_on']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
  });

  test('are found by UUID, encoded or not, with the workspace by UUID, too', async () => {
    const { uuid, workspace } = await it.json<{ uuid: string; workspace: { uuid: string } }>(widgets);
    for (const [left, right] of [
      ['demo', uuid],
      [encodeURIComponent(workspace.uuid), encodeURIComponent(uuid)],
      ['{}', uuid],
    ]) {
      expect(await it.json(`/repositories/${left}/${right}`)).toMatchObject({
        full_name: 'demo/widgets',
        uuid,
      });
    }
    expect((await it.get(`/repositories/other/${uuid}`)).status).toBe(404);
  });

  test('without commits have no main branch', async () => {
    expect(await it.json('/repositories/demo/open')).toMatchObject({ mainbranch: null, is_private: false });
  });

  test.each([
    ['name="widgets"', ['demo/widgets']],
    ['name~"WIDGET"', ['demo/widgets', 'demo/widgets-docs']],
    ['full_name = "demo/open" OR name = "widgets"', ['demo/widgets', 'demo/open']],
    ['(name ~ "widgets" AND name != "widgets") OR is_private = false', ['demo/widgets-docs', 'demo/open']],
    ['slug IN ("open", "widgets")', ['demo/widgets', 'demo/open']],
  ])('of a workspace are filtered by q=%s', async (q, names) => {
    const { values } = await it.json<Page>(`/repositories/demo?q=${encodeURIComponent(q)}`);
    expect(values.map((one) => one['full_name'])).toEqual(names);
  });

  test('of a workspace are sorted and paged', async () => {
    const page = await it.json<Page>('/repositories/demo?sort=-name&pagelen=2&role=member');
    expect(page.values.map((one) => one['name'])).toEqual(['widgets-docs', 'widgets']);
    expect(page).toMatchObject({ size: 3, page: 1, pagelen: 2 });
    expect(page.next).toBe(`${api}/repositories/demo?sort=-name&pagelen=2&role=member&page=2`);
    const second = await it.json<Page>(page.next?.slice(api.length) ?? '');
    expect(second.values.map((one) => one['name'])).toEqual(['open']);
    expect(second.next).toBeUndefined();
    expect(second.previous).toContain('page=1');
  });

  test('of another workspace are not there', async () => {
    const answer = await it.get('/repositories/other/things');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      type: 'error',
      error: { message: 'Repository other/things not found' },
    });
    expect(await it.json('/repositories/nowhere')).toMatchObject({
      error: { message: "No workspace with identifier 'nowhere'." },
    });
  });

  test.each(['pagelen=101', 'pagelen=0', 'pagelen=x'])('refuse %s', async (query) => {
    const answer = await it.get(`/repositories/demo?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ type: 'error', error: { message: 'Invalid pagelen' } });
  });

  test('refuse a query that cannot be read, and a page that is not there', async () => {
    expect((await it.get('/repositories/demo?q=name%20%3D')).status).toBe(400);
    expect((await it.get('/repositories/demo?page=7')).status).toBe(400);
  });

  test('are cut down to the fields asked for', async () => {
    expect(await it.json('/repositories/demo?fields=values.full_name,size')).toEqual({
      size: 3,
      values: [{ full_name: 'demo/widgets' }, { full_name: 'demo/widgets-docs' }, { full_name: 'demo/open' }],
    });
    const less = await it.json<Record<string, Record<string, unknown>>>(
      `${widgets}?fields=-links.clone,-owner`,
    );
    expect(less['links']).not.toHaveProperty('clone');
    expect(less['links']).toHaveProperty('self');
    expect(less).not.toHaveProperty('owner');
  });
});

describe('the rest of the API', () => {
  test('tells of workspaces and of the user behind a token', async () => {
    const basic = { authorization: `Basic ${btoa('Ada@Example.com:ada-token')}` };
    expect(await it.json('/workspaces/demo')).toMatchObject({
      type: 'workspace',
      slug: 'demo',
      is_private: false,
    });
    expect(await it.json('/user', { headers: basic })).toMatchObject({ type: 'user', username: 'ada' });
    const { values } = await it.json<Page>('/user/workspaces?sort=-slug', { headers: basic });
    expect(values).toMatchObject([
      { type: 'workspace_access', administrator: true, workspace: { slug: 'other' } },
      { workspace: { slug: 'demo', type: 'workspace_base' } },
    ]);
    expect((await it.get('/user')).status).toBe(401);
  });

  test.each([
    '/repositories',
    '/workspaces',
    '/user/permissions/repositories',
    '/user/permissions/workspaces',
  ])('%s was removed by CHANGE-2770', async (path) => {
    const answer = await it.get(path);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({
      type: 'error',
      error: {
        message: 'CHANGE-2770 - Functionality has been deprecated',
        data: { announcement_url: expect.any(String) },
      },
      data: { announcement_url: expect.any(String) },
    });
  });

  test('answers unknown paths and methods in the shape of errors', async () => {
    const missing = await it.get('/no/such/thing');
    expect([missing.status, await missing.json()]).toEqual([
      404,
      { type: 'error', error: { message: 'Resource not found' } },
    ]);
    const wrong = await it.get(widgets, { method: 'PATCH' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, PUT, DELETE']);
    expect((await it.get('/repositories/%FF/x')).status).toBe(400);
  });
});

describe('links', () => {
  const ask = async (emulator: BitbucketEmulator, url: string) =>
    ((await (await emulator.fetch(new Request(url))).json()) as { links: Record<string, { href: string }> })
      .links;

  test('begin with the origin of the request, or with the public address', async () => {
    const repositories = [{ fullName: 'demo/open', private: false }];
    await using plain = await createBitbucketEmulator({ repositories });
    expect(await ask(plain, 'http://localhost:7990/2.0/repositories/demo/open')).toMatchObject({
      self: { href: 'http://localhost:7990/2.0/repositories/demo/open' },
      html: { href: 'http://localhost:7990/demo/open' },
    });
    await using proxied = await createBitbucketEmulator({
      repositories,
      publicUrl: 'https://bb.example.com/',
    });
    expect(await ask(proxied, 'http://localhost:7990/2.0/repositories/demo/open')).toMatchObject({
      self: { href: 'https://bb.example.com/2.0/repositories/demo/open' },
    });
    const server = await plain.listen();
    expect(await (await fetch(`${server.url}/2.0/repositories/demo/open`)).json()).toMatchObject({
      links: { self: { href: `${server.url}/2.0/repositories/demo/open` } },
    });
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

describe('options', () => {
  test('that nobody knows are named', async () => {
    const options = { repos: [] } as object;
    await expect(createBitbucketEmulator(options)).rejects.toMatchObject({
      code: 'invalid_option',
      option: 'repos',
    });
  });
});
