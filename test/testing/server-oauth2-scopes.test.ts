import { createBitbucketEmulator, type EmulatedServerOptions } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { client, startOAuth2 as start } from './support/server-oauth2-scene.ts';
import { cloneFrom, widgets } from './support/server-scene.ts';

describe('a scope', () => {
  const hook = {
    method: 'POST',
    body: JSON.stringify({ name: 'x', url: 'https://a.example', events: ['repo:refs_changed'] }),
  };

  test('lets an application do what it says, and the refusal of the rest still names the person', async () => {
    const { grant, call } = await start({
      oauth2Clients: [{ ...client, scopes: ['SYSTEM_ADMIN', 'ACCOUNT_WRITE'] }],
    });
    const statuses = async (scope?: string) => {
      const { access_token } = await grant(scope);
      const asked = [
        call(access_token, '/projects/DEMO/repos/open'),
        call(access_token, widgets),
        call(access_token, widgets, { method: 'PUT', body: JSON.stringify({ name: 'widgets' }) }),
        call(access_token, `${widgets}/webhooks`, hook),
        call(access_token, '/projects/DEMO/webhooks', hook),
      ];
      const answers = await Promise.all(asked);
      expect(new Set(answers.map(({ headers }) => headers.get('x-ausername')))).toEqual(new Set(['ada']));
      return answers.map(({ status }) => status);
    };
    for (const scope of [undefined, 'PUBLIC_REPOS', 'ACCOUNT_WRITE']) {
      expect(await statuses(scope)).toEqual([200, 401, 401, 401, 401]);
    }
    expect(await statuses('REPO_READ')).toEqual([200, 200, 401, 401, 401]);
    expect(await statuses('REPO_WRITE')).toEqual([200, 200, 401, 401, 401]);
    expect(await statuses('REPO_ADMIN')).toEqual([200, 200, 201, 201, 401]);
    for (const scope of ['PROJECT_ADMIN', 'ADMIN_WRITE', 'SYSTEM_ADMIN', 'REPO_READ PROJECT_ADMIN']) {
      expect(await statuses(scope)).toEqual([200, 200, 201, 201, 201]);
    }
  });

  test('shortens lists to what the application may see', async () => {
    const { grant, call } = await start({ listed: { projectKey: 'LONG', count: 2 } });
    const names = async (scope: string, permission: string) => {
      const { access_token } = await grant(scope);
      const answer = await call(access_token, `/repos?permission=${permission}`);
      return ((await answer.json()) as { values: { slug: string }[] }).values.map(({ slug }) => slug);
    };
    expect(await names('PUBLIC_REPOS', 'REPO_READ')).toEqual(['open']);
    expect(await names('REPO_READ', 'REPO_READ')).toEqual(expect.arrayContaining(['widgets', 'repo-00001']));
    expect(await names('REPO_READ', 'REPO_ADMIN')).not.toContain('widgets');
    expect(await names('REPO_ADMIN', 'REPO_ADMIN')).toContain('widgets');
    const { access_token } = await grant('PUBLIC_REPOS');
    expect((await call(access_token, '/projects/LONG')).status).toBe(401);
  });

  test('gives an application nothing that the person has not', async () => {
    const { grant, call } = await start({ oauth2Clients: [{ ...client, user: 'rita' }] });
    const { access_token } = await grant('REPO_ADMIN');
    expect((await call(access_token, `${widgets}/webhooks`, hook)).status).toBe(401);
    expect((await call(access_token, '/projects/~eve/repos/mine')).status).toBe(401);
  });

  test('holds for git, too', async () => {
    const { grant, emulator } = await start();
    const { url } = await emulator.listen();
    const { access_token } = await grant('REPO_READ');
    const { git } = await cloneFrom(url, `x-token-auth:${String(access_token)}`, 'DEMO/widgets');
    await expect(git('push', '--quiet', 'origin', 'HEAD:refs/heads/new')).rejects.toThrow();
    const { access_token: strong } = await grant('REPO_WRITE');
    const writer = await cloneFrom(url, `x-token-auth:${String(strong)}`, 'DEMO/widgets');
    await writer.git('push', '--quiet', 'origin', 'HEAD:refs/heads/new');
  });
});

test.each<[string, EmulatedServerOptions, string]>([
  ['no secret', { oauth2Clients: [{ ...client, clientSecret: '' }] }, 'server.oauth2Clients.clientId'],
  [
    'no redirect URI',
    { oauth2Clients: [{ ...client, redirectUris: [] }] },
    'server.oauth2Clients.redirectUris',
  ],
  [
    'a fragment',
    { oauth2Clients: [{ ...client, redirectUris: ['https://a.example/#'] }] },
    'server.oauth2Clients.redirectUris',
  ],
  [
    'a path',
    { oauth2Clients: [{ ...client, redirectUris: ['/back'] }] },
    'server.oauth2Clients.redirectUris',
  ],
  [
    'a scope of Cloud',
    { oauth2Clients: [{ ...client, scopes: ['repository'] }] },
    'server.oauth2Clients.scopes',
  ],
  ['a stranger', { oauth2Clients: [{ ...client, user: 'nobody' }] }, 'server.oauth2Clients.user'],
  ['a code that holds for too long', { oauth2CodeLife: 601 }, 'server.oauth2CodeLife'],
  ['tokens that never hold', { oauth2TokenLife: 0 }, 'server.oauth2TokenLife'],
])('an emulator with %s is not made', async (_, server, option) => {
  await expect(createBitbucketEmulator({ server })).rejects.toMatchObject({ code: 'invalid_option', option });
});
