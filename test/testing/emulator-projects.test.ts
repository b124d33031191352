import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let emulator: BitbucketEmulator;
let now = Date.UTC(2026, 10, 21);
const dayLong = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'de-mo/plain' },
      { fullName: 'de-mo/api', project: { key: 'BACK', name: 'The back' } },
      { fullName: 'de-mo/worker', project: { key: 'BACK' } },
      { fullName: 'de-mo/open', project: { key: 'WEB' }, private: false },
      { fullName: 'other/api', project: { key: 'BACK' } },
    ],
    credentials: {
      accessTokens: [
        { token: 'team', workspace: 'de-mo' },
        { token: 'back', workspace: 'de-mo', project: 'BACK' },
        { token: 'aging', workspace: 'de-mo', expiresAt: now + dayLong },
      ],
      apiTokens: [{ email: 'ada@example.com', token: 'aging-too', expiresAt: now + dayLong }],
    },
    now: () => now,
  });
});
afterAll(() => emulator.close());

interface Body {
  readonly values?: readonly Record<string, unknown>[];
  readonly [field: string]: unknown;
}

async function call(path: string, token = 'team', init: RequestInit = {}) {
  const headers = { authorization: token.includes(' ') ? token : `Bearer ${token}` };
  const answer = await emulator.fetch(
    new Request(`https://api.bitbucket.org/2.0${path}`, { headers, ...init }),
  );
  return { status: answer.status, body: (await answer.json()) as Body };
}

const names = ({ body }: { body: Body }) => body.values?.map((one) => one['full_name'] ?? one['key']);

describe('projects', () => {
  test('hold the repositories that name them, and one of the workspace the others', async () => {
    expect((await call('/repositories/de-mo/plain')).body['project']).toMatchObject({
      type: 'project',
      key: 'DEMO',
    });
    expect((await call('/repositories/de-mo/worker')).body['project']).toMatchObject({
      key: 'BACK',
      name: 'The back',
      uuid: expect.stringMatching(/^\{.{36}\}$/),
      links: { self: { href: 'https://api.bitbucket.org/2.0/workspaces/de-mo/projects/BACK' } },
    });
    const q = encodeURIComponent('project.key="BACK"');
    expect(names(await call(`/repositories/de-mo?q=${q}`))).toEqual(['de-mo/api', 'de-mo/worker']);
  });

  test('are listed, and found by their key', async () => {
    expect(names(await call('/workspaces/de-mo/projects?sort=key'))).toEqual(['BACK', 'DEMO', 'WEB']);
    const one = await call('/workspaces/de-mo/projects/WEB');
    expect(one.body).toMatchObject({ key: 'WEB', is_private: false, has_publicly_visible_repos: true });
    expect((await call('/workspaces/de-mo/projects/NOPE')).status).toBe(404);
  });

  test('take new repositories, and those that are moved', async () => {
    const send = (method: string, path: string, body: unknown) =>
      call(path, 'team', { method, body: JSON.stringify(body), headers: { authorization: 'Bearer team' } });
    const made = await send('POST', '/repositories/de-mo/made', { project: { key: 'WEB' } });
    expect(made.body).toMatchObject({ full_name: 'de-mo/made', project: { key: 'WEB' } });
    const moved = await send('PUT', '/repositories/de-mo/made', { project: { key: 'back' } });
    expect(moved.body).toMatchObject({ project: { key: 'BACK' } });
    const refused = await send('PUT', '/repositories/de-mo/made', {
      name: 'new-name',
      project: { key: 'NOPE' },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { fields: { project: [expect.any(String)] } } },
    });
    expect((await call('/repositories/de-mo/made')).status).toBe(200);
    const bare = await emulator.fetch(
      new Request('https://api.bitbucket.org/2.0/repositories/de-mo/made', {
        method: 'DELETE',
        headers: { authorization: 'Bearer team' },
      }),
    );
    expect(bare.status).toBe(204);
  });

  test('are left by a repository that is handed over to another workspace', async () => {
    const scene = await createBitbucketEmulator({
      repositories: [{ fullName: 'demo/a', project: { key: 'X' } }],
      workspaces: [{ slug: 'other' }],
      credentials: { accessTokens: [{ token: 't', workspace: 'other' }] },
    });
    scene.transfer({ repository: 'demo/a', to: 'other' });
    const request = new Request('https://api.bitbucket.org/2.0/repositories/other/a', {
      headers: { authorization: 'Bearer t' },
    });
    expect(await (await scene.fetch(request)).json()).toMatchObject({ project: { key: 'OTHER' } });
    await scene.close();
  });
});

describe("a project's access token", () => {
  test('sees what is in the project, and what everybody sees', async () => {
    expect(names(await call('/repositories/de-mo', 'back'))).toEqual([
      'de-mo/api',
      'de-mo/worker',
      'de-mo/open',
    ]);
    expect((await call('/repositories/de-mo/api', 'back')).status).toBe(200);
    expect((await call('/repositories/de-mo/plain', 'back')).status).toBe(404);
    expect((await call('/repositories/other/api', 'back')).status).toBe(404);
    expect((await call('/repositories/de-mo/api/hooks', 'back')).status).toBe(200);
    expect((await call('/workspaces/de-mo/hooks', 'back')).status).toBe(403);
  });

  test('sees its project, and those that have something public', async () => {
    expect(names(await call('/workspaces/de-mo/projects', 'back'))).toEqual(['BACK', 'WEB']);
    expect((await call('/workspaces/de-mo/projects/BACK', 'back')).status).toBe(200);
    expect((await call('/workspaces/de-mo/projects/DEMO', 'back')).status).toBe(404);
    expect((await call('/user', 'back')).status).toBe(401);
  });
});

test('tokens that have expired answer 401 in the known words', async () => {
  const mine = `Basic ${btoa('ada@example.com:aging-too')}`;
  const all = ['aging', mine, 'aging-too'];
  for (const token of all) expect((await call('/repositories/de-mo/api', token)).status).toBe(200);
  now += dayLong;
  for (const token of all) {
    expect(await call('/repositories/de-mo/api', token)).toEqual({
      status: 401,
      body: {
        type: 'error',
        error: { message: 'Token is invalid, expired, or not supported for this endpoint.' },
      },
    });
  }
});
