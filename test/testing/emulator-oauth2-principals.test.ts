import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterTest } from './support/cleanups.ts';
import { gitIn, temporaryFolder } from './support/git-repository.ts';
import { api, app, basic, type OAuth2Scene, startOAuth2Scene, widgets } from './support/oauth2-scene.ts';

/** As much of another people's client as is called here; its own types do not compile under ours. */
interface ForeignClient {
  readonly repositories: { get(params: object): Promise<{ data: { full_name?: string } }> };
  readonly webhooks: { listForRepo(params: object): Promise<unknown> };
}
const { Bitbucket } = createRequire(import.meta.url)('bitbucket') as {
  Bitbucket: new (options: object) => ForeignClient;
};

let it: OAuth2Scene;
/** A grant of ada's for everything, one of hers for reading, and the consumer's own. */
const tokens: Record<'ada' | 'reader' | 'client', string> = { ada: '', reader: '', client: '' };

beforeAll(async () => {
  it = await startOAuth2Scene({
    consumers: [app, { ...app, clientId: 'other', workspace: 'other' }],
    user: 'ada',
  });
  tokens.ada = (await it.grant()).access_token;
  tokens.reader = (await it.grant({ scope: 'repository account' })).access_token;
  tokens.client = (await it.token({ grant_type: 'client_credentials' })).access_token;
});
afterAll(() => it.stop());

describe("a user's grant", () => {
  test('acts as the user, in every workspace of theirs', async () => {
    expect(await (await it.call('/user', tokens.ada)).json()).toMatchObject({ nickname: 'ada' });
    const emails = await (await it.call('/user/emails', tokens.reader)).json();
    expect(emails).toMatchObject({ values: [{ email: 'ada@example.com', is_primary: true }] });
    const workspaces = await (await it.call('/user/workspaces', tokens.ada)).json();
    expect(workspaces).toMatchObject({
      values: [
        { workspace: { slug: 'demo' }, administrator: true },
        { workspace: { slug: 'other' }, administrator: true },
      ],
    });
    expect((await it.call('/repositories/other/things', tokens.ada)).status).toBe(200);
  });

  test('does no more than its scopes say', async () => {
    const answer = await it.call(`${widgets}/hooks`, tokens.reader);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      type: 'error',
      error: {
        message: 'Your credentials lack one or more required privilege scopes.',
        detail: { granted: ['repository', 'account'], required: ['webhook'] },
      },
    });
  });

  test('does no more than the user may', async () => {
    const scene = await startOAuth2Scene({ user: 'rita' });
    try {
      const { access_token } = await scene.grant();
      expect((await scene.call(widgets, access_token)).status).toBe(200);
      expect((await scene.call(`${widgets}/hooks`, access_token)).status).toBe(403);
      expect((await scene.call('/repositories/other/things', access_token)).status).toBe(404);
    } finally {
      await scene.stop();
    }
  });

  test('is told by headers, also where it is refused', async () => {
    for (const path of [widgets, `${widgets}/hooks`]) {
      const { headers } = await it.call(path, tokens.reader);
      expect(headers.get('x-credential-type')).toBe('oauth2');
      expect(headers.get('x-oauth-scopes')).toBe('repository, account');
      expect(headers.get('x-accepted-oauth-scopes')).toBe(path === widgets ? 'repository' : 'webhook');
    }
  });
});

describe("a consumer's own token", () => {
  test('sees the workspace of the consumer, and no public repository of another', async () => {
    const client = new BitbucketApiClient({ auth: accessToken(tokens.client), fetch: fetchHere });
    const { values } = await client.request('GET /repositories/{workspace}', { path: { workspace: 'demo' } });
    expect(values?.map(({ full_name }) => full_name)).toEqual(['demo/widgets', 'demo/open']);
    for (const path of ['/repositories/other/things', '/repositories/other/open', '/workspaces/other'])
      expect((await it.call(path, tokens.client)).status).toBe(404);
    const other = await it.token({ grant_type: 'client_credentials' }, basic('other', 'app-secret'));
    expect((await it.call('/repositories/other/things', other.access_token)).status).toBe(200);
  });

  test('has no user behind it', async () => {
    for (const path of ['/user', '/user/workspaces', '/user/workspaces/demo/permission'])
      expect((await it.call(path, tokens.client)).status).toBe(401);
  });

  test('acts as an app user', async () => {
    const told: unknown[] = [];
    const scene = await startOAuth2Scene(
      {},
      {
        fetch: async (_, init) => {
          told.push(JSON.parse(String(init?.body)));
          return new Response();
        },
      },
    );
    try {
      const { access_token } = await scene.token({ grant_type: 'client_credentials' });
      const post = (path: string, body: unknown) =>
        scene.call(path, access_token, { method: 'POST', body: JSON.stringify(body) });
      await post('/workspaces/demo/hooks', { url: 'http://hooks/x', events: ['repo:created'] });
      expect((await post('/repositories/demo/made', {})).status).toBe(200);
      await scene.emulator.settled();
      expect(told).toMatchObject([
        { actor: { type: 'app_user', kind: 'oauth_consumer', display_name: 'app' } },
      ]);
    } finally {
      await scene.stop();
    }
  });
});

const fetchHere = (input: string | URL | Request, init?: RequestInit) =>
  it.emulator.fetch(new Request(input, init));

describe('an access token', () => {
  test('ends by the clock of the emulator', async () => {
    const scene = await startOAuth2Scene({ accessTokenLife: 60 });
    try {
      const { access_token } = await scene.grant();
      scene.wait(59_999);
      expect((await scene.call(widgets, access_token)).status).toBe(200);
      scene.wait(1);
      const answer = await scene.call(widgets, access_token);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({
        error: { message: 'Token is invalid, expired, or not supported for this endpoint.' },
      });
      expect(Date.parse(answer.headers.get('date') ?? '')).toBe(scene.now());
    } finally {
      await scene.stop();
    }
  });

  test('holds only in the header', async () => {
    const query = await it.emulator.fetch(new Request(`${api}${widgets}?access_token=${tokens.ada}`));
    expect(query.status).toBe(401);
    const inBody = { method: 'POST', body: new URLSearchParams({ access_token: tokens.ada }) };
    expect((await it.emulator.fetch(new Request(`${api}${widgets}/commits`, inBody))).status).toBe(401);
    // What is open to everybody is not, to a caller who believes to be known.
    const open = await it.emulator.fetch(new Request(`${api}/repositories/demo/open/commits`, inBody));
    expect(open.status).toBe(401);
    for (const authorization of [
      `Basic ${btoa(`x-token-auth:${tokens.ada}`)}`,
      `token ${tokens.ada}`,
      tokens.ada,
    ])
      expect((await it.call(widgets, '', { headers: { authorization } })).status).toBe(401);
  });
});

describe('others who speak OAuth 2.0', () => {
  test('git clones and pushes as x-token-auth, as far as the scopes go', async () => {
    const { url } = await it.emulator.listen();
    const folder = await temporaryFolder();
    afterTest(() => rm(folder, { recursive: true, force: true }));
    const git = gitIn(folder);
    const address = (token: string) =>
      `${url.replace('http://', `http://x-token-auth:${token}@`)}/demo/widgets.git`;
    await git('clone', '--quiet', address(tokens.reader), '.');
    await git('commit', '--quiet', '--allow-empty', '-m', 'First');
    await expect(git('push', '--quiet', address(tokens.reader), 'HEAD:main')).rejects.toThrow(/403/);
    await git('push', '--quiet', address(tokens.ada), 'HEAD:main');
    await expect(git('fetch', address('nonsense'))).rejects.toThrow(/Authentication failed/);
  });

  test('the npm client bitbucket takes a token', async () => {
    const { url } = await it.emulator.listen();
    const client = new Bitbucket({ baseUrl: `${url}/2.0`, auth: { token: tokens.ada }, notice: false });
    const { data } = await client.repositories.get({ workspace: 'demo', repo_slug: 'widgets' });
    expect(data.full_name).toBe('demo/widgets');
    const reader = new Bitbucket({ baseUrl: `${url}/2.0`, auth: { token: tokens.reader }, notice: false });
    await expect(
      reader.webhooks.listForRepo({ workspace: 'demo', repo_slug: 'widgets' }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
