import { accountName, createInstalledEndpoint, domainName, type InstalledEvent } from 'bitbucket-sdk/connect';
import { sampleInstalledBody } from 'bitbucket-sdk/testing';
import { describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../../src/errors/config-error.ts';
import { memoryInstallations } from '../../src/stores/memory/installations.ts';
import { closedOrigin, startServer } from '../http-server.ts';
import {
  appKey,
  baseUrl,
  clientKey,
  fakeBitbucket,
  installedWorld,
  movableClock,
  otherUuid,
  sharedSecret,
  signer,
  uuid,
} from './world.ts';

const text = async (response: Response) => [response.status, await response.text()];

describe('a first installation', () => {
  test('S0-01 a proven new installation is stored and answered 200', async () => {
    const { install, store, now, log } = installedWorld();
    expect(await text(await install())).toEqual([200, '{"status":"ok"}']);
    const stored = await store.findByClientKey(clientKey);
    expect(stored).toEqual({
      clientKey,
      appKey,
      sharedSecret,
      publicKey: sampleInstalledBody().publicKey,
      baseUrl: 'https://bitbucket.org',
      baseApiUrl: 'https://api.bitbucket.org',
      principal: {
        uuid,
        type: 'team',
        username: 'acme',
        displayName: 'Acme Engineering',
        avatarUrl: 'https://bitbucket.org/account/acme/avatar/',
      },
      installedAt: now.time,
      updatedAt: now.time,
      version: expect.any(String),
    });
    expect(await store.findByPrincipal(uuid)).toEqual([stored]);
    expect(JSON.stringify(log.lines)).not.toContain(sharedSecret);
  });

  test('S0-02 the proof is one signed GET of the workspace’s hooks, before anything is stored', async () => {
    const store = memoryInstallations();
    let rowsWhileAsked: unknown;
    const now = movableClock();
    const bitbucket = fakeBitbucket({ now });
    const fetch = async (url: string, init: RequestInit) => {
      rowsWhileAsked = await store.findByPrincipal(uuid);
      return bitbucket.fetch(url, init);
    };
    const world = installedWorld({ store, now, fetch });
    expect((await world.install()).status).toBe(200);
    // The fake verifies the token's qsh against the address as it came, so its 200 is the proof of the proof.
    expect(bitbucket.calls).toEqual([
      {
        method: 'GET',
        url: `https://api.bitbucket.org/2.0/workspaces/${encodeURIComponent(uuid)}/hooks`,
        token: expect.stringMatching(/^\w+\.\w+\./),
      },
    ]);
    expect(rowsWhileAsked).toEqual([]);
  });

  test('S0-02 the proof goes over a real connection to the configured API, whatever else is allowed', async () => {
    const api = await startServer(({ url }) => ({
      status: url.startsWith('/2.0/workspaces/%7B') ? 200 : 500,
      body: {},
    }));
    const endpoint = { apiUrl: api.origin, allowedApiUrls: ['https://api.bitbucket.org'], fetch: undefined };
    const { install } = installedWorld(endpoint);
    expect((await install()).status).toBe(200);
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([
      expect.stringMatching(/^JWT /),
    ]);
  });

  test('an account’s UUID is kept in lower case, so that it cannot be taken for another one’s', async () => {
    const { install, store } = installedWorld();
    const { principal } = sampleInstalledBody();
    await install({ principal: { ...principal, uuid: uuid.toUpperCase() } });
    expect(await store.findByPrincipal(uuid)).toHaveLength(1);
  });

  test.each([
    ['../hook_events?x='],
    [`${uuid}/../../user`],
    [`${uuid}?x=1`],
    [uuid.slice(1, -1)],
    [`${uuid}\n`],
    ['{5a1f8e1c-7d4b-4f0e-9d3a}'],
    ['acme'],
    [''],
  ])('S0-03 a malformed principal.uuid (%j) is 400, and no call is made', async (malformed) => {
    const { install, calls, store, log } = installedWorld();
    const { principal } = sampleInstalledBody();
    const response = await install({ principal: { ...principal, uuid: malformed } });
    expect(response.status).toBe(400);
    expect(calls).toEqual([]);
    expect(await store.findByClientKey(clientKey)).toBeUndefined();
    expect(log.lines.at(-1)).toMatchObject({
      fields: {
        endpoint: 'installed',
        code: 'payload_invalid',
        reason: expect.stringContaining('principal.uuid'),
      },
    });
  });

  test.each([401, 403, 404])(
    'S0-04 one that Bitbucket answers with %d is 401 and leaves no row',
    async (status) => {
      const { install, calls, store, log } = installedWorld({ answer: () => Response.json({}, { status }) });
      expect(await text(await install())).toEqual([401, '{"error":"unauthorized"}']);
      expect(await store.findByPrincipal(uuid)).toEqual([]);
      expect(calls).toHaveLength(1);
      expect(log.codes()).toEqual(['install_not_confirmed']);
    },
  );

  test('S0-04 one with a secret that Bitbucket does not know is 401 and leaves no row', async () => {
    const { install, store } = installedWorld();
    expect((await install({ sharedSecret: 'made-up-by-somebody' })).status).toBe(401);
    expect(await store.findByClientKey(clientKey)).toBeUndefined();
  });

  test.each([
    ['429', () => new Response('', { status: 429, headers: { 'retry-after': '1' } })],
    ['500', () => new Response('', { status: 500 })],
    ['503', () => new Response('', { status: 503 })],
    ['400', () => new Response('', { status: 400 })],
    ['a page that is no JSON', () => new Response('<html>', { status: 200 })],
    ['a redirect to another host that says yes', () => Response.redirect('http://evil.example/', 302)],
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ])('S0-04 Bitbucket answering %s is 503, asked once, and leaves no row', async (_, answer) => {
    const { install, calls, store, log } = installedWorld({ answer });
    expect(await text(await install())).toEqual([503, '{"error":"unavailable"}']);
    expect(calls).toHaveLength(1);
    expect(await store.findByPrincipal(uuid)).toEqual([]);
    expect(log.codes()).toEqual(['confirmation_unavailable']);
  });

  test('S0-04 Bitbucket not being there is 503 and leaves no row', async () => {
    const apiUrl = await closedOrigin();
    const { install, store } = installedWorld({
      apiUrl,
      allowedApiUrls: ['https://api.bitbucket.org'],
      fetch: undefined,
    });
    expect((await install()).status).toBe(503);
    expect(await store.findByClientKey(clientKey)).toBeUndefined();
  });

  test('a JWT on a call for an unknown clientKey changes nothing: the proof decides', async () => {
    const refused = installedWorld({ answer: () => new Response('', { status: 401 }) });
    expect((await refused.install({}, signer)).status).toBe(401);
    expect(refused.calls).toHaveLength(1);
    const confirmed = installedWorld();
    expect((await confirmed.install({}, { clientKey, sharedSecret: 'some other' })).status).toBe(200);
  });

  test('S0-06 without username the display name stands in; a team is named below its site, a user alone', async () => {
    const installed = async (type: string, username?: string) => {
      const { install, store } = installedWorld();
      await install({ principal: { uuid, type, username, display_name: 'Robin Doe' } });
      const installation = await store.findByClientKey(clientKey);
      if (installation === undefined) throw new Error('not stored');
      return [accountName(installation), domainName(installation)];
    };
    expect(await installed('team', 'acme')).toEqual(['acme', 'bitbucket.org/acme']);
    expect(await installed('team')).toEqual(['Robin Doe', 'bitbucket.org/Robin Doe']);
    expect(await installed('user', 'robin')).toEqual(['robin', 'robin']);
    expect(await installed('user')).toEqual(['Robin Doe', 'Robin Doe']);
  });

  test('S0-07 the client key alone finds all that a later set-up needs', async () => {
    const { install, store } = installedWorld();
    await install();
    expect(await store.findByClientKey(clientKey)).toMatchObject({ sharedSecret, principal: { uuid } });
    await store.forget(clientKey);
    expect(await store.findByClientKey(clientKey)).toBeUndefined();
  });
});

describe('what the host is told', () => {
  const kinds = (calls: readonly (readonly [unknown, InstalledEvent])[]) => calls.map(([, { kind }]) => kind);

  test('first, again and replacement, each with what was before', async () => {
    const onInstalled = vi.fn<(installation: unknown, event: InstalledEvent) => void>();
    const secrets = new Map([
      [clientKey, sharedSecret],
      ['connection:2', 'second-secret'],
    ]);
    const { install, store, now } = installedWorld({ onInstalled, secrets });
    await install();
    now.time += 1000;
    await install({ sharedSecret: 'renewed-secret' }, signer);
    now.time += 1000;
    await install({ clientKey: 'connection:2', sharedSecret: 'second-secret' });

    expect(kinds(onInstalled.mock.calls)).toEqual(['first', 'again', 'replacement']);
    expect(onInstalled.mock.calls.map(([, event]) => event.previous?.sharedSecret)).toEqual([
      undefined,
      sharedSecret,
      'renewed-secret',
    ]);
    const [latest, before] = await store.findByPrincipal(uuid);
    expect(latest).toMatchObject({ clientKey: 'connection:2', installedAt: now.time });
    expect(latest).not.toHaveProperty('uninstalledAt');
    expect(before).toMatchObject({ clientKey, uninstalledAt: now.time, supersededBy: 'connection:2' });
  });

  test('another account’s installation is left alone', async () => {
    const secrets = new Map([
      [clientKey, sharedSecret],
      ['connection:2', 'second-secret'],
    ]);
    const { install, store } = installedWorld({ secrets });
    await install();
    const principal = { ...sampleInstalledBody().principal, uuid: otherUuid };
    await install({ clientKey: 'connection:2', sharedSecret: 'second-secret', principal });
    expect(await store.findByClientKey(clientKey)).not.toHaveProperty('supersededBy');
  });

  test('a host that fails makes it 503 and leaves nothing stored, so that it can begin anew', async () => {
    const onInstalled = vi.fn().mockRejectedValueOnce(new Error('database is down'));
    const { install, store, log } = installedWorld({ onInstalled });
    expect((await install()).status).toBe(503);
    expect(await store.findByClientKey(clientKey)).toBeUndefined();
    expect(log.codes()).toEqual(['host_failed']);
    expect((await install()).status).toBe(200);
    expect(kinds(onInstalled.mock.calls as never)).toEqual(['first', 'first']);
  });

  test('a host that fails on a re-install leaves the old secret in force', async () => {
    const onInstalled = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('down'));
    const { install, store } = installedWorld({ onInstalled });
    await install();
    expect((await install({ sharedSecret: 'renewed-secret' }, signer)).status).toBe(503);
    expect(await store.findByClientKey(clientKey)).toMatchObject({ sharedSecret });
    expect((await install({ sharedSecret: 'renewed-secret' }, signer)).status).toBe(200);
  });

  test('onStored finds the installation stored, and its failure changes no answer', async () => {
    const store = memoryInstallations();
    const seen: unknown[] = [];
    const onStored = async () => {
      seen.push((await store.findByClientKey(clientKey))?.sharedSecret);
      throw new Error('hooks could not be secured');
    };
    const { install, log } = installedWorld({ store, onStored });
    expect((await install()).status).toBe(200);
    await vi.waitFor(() => expect(log.codes()).toEqual(['host_failed']));
    expect(seen).toEqual([sharedSecret]);
  });
});

describe('stores that fail or race', () => {
  test.each(['findByClientKey', 'findByPrincipal', 'save'] as const)(
    'a store whose %s throws makes it 503, with nothing half-written',
    async (method) => {
      const inner = memoryInstallations();
      const store = { ...inner, [method]: () => Promise.reject(new Error('disk full')) };
      const { install, log } = installedWorld({ store });
      expect(await text(await install())).toEqual([503, '{"error":"unavailable"}']);
      expect(await inner.findByClientKey(clientKey)).toBeUndefined();
      expect(log.codes()).toEqual(['store_failed']);
    },
  );

  test('two first installs at once end in one whole row, and both are answered 200', async () => {
    const { install, store } = installedWorld();
    const answers = await Promise.all([install(), install()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await store.findByPrincipal(uuid)).toHaveLength(1);
  });

  test('two first installs at once with different secrets end in the first one’s row', async () => {
    const { install, store } = installedWorld({ answer: () => Response.json({ values: [] }) });
    const answers = await Promise.all([install(), install({ sharedSecret: 'another' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const [row, ...more] = await store.findByPrincipal(uuid);
    expect([row?.sharedSecret, more]).toEqual([answers[0]?.status === 200 ? sharedSecret : 'another', []]);
  });

  test('a re-install that an uninstall overtakes is run again and ends installed', async () => {
    const store = memoryInstallations();
    let overtake = false;
    const onInstalled = vi.fn(async () => {
      if (!overtake) return;
      overtake = false;
      const row = await store.findByClientKey(clientKey);
      if (row === undefined) throw new Error('no row');
      await store.save([
        { installation: { ...row, uninstalledAt: 1, version: 'overtaken' }, replaces: row.version },
      ]);
    });
    const { install } = installedWorld({ store, onInstalled });
    await install();
    overtake = true;
    expect((await install({ sharedSecret: 'renewed-secret' }, signer)).status).toBe(200);
    expect(onInstalled).toHaveBeenCalledTimes(3);
    const row = await store.findByClientKey(clientKey);
    expect(row).toMatchObject({ sharedSecret: 'renewed-secret' });
    expect(row).not.toHaveProperty('uninstalledAt');
  });

  test('a race that is lost every time ends in 503, with one question to Bitbucket', async () => {
    const store = { ...memoryInstallations(), save: () => false };
    const { install, calls, log } = installedWorld({ store });
    expect((await install()).status).toBe(503);
    expect(calls).toHaveLength(1);
    expect(log.codes()).toEqual(['store_conflict']);
  });
});

describe('options', () => {
  const store = memoryInstallations();
  test.each([
    ['appKey', { appKey: '' }],
    ['store', { store: undefined }],
    ['apiUrl', { apiUrl: 'api.bitbucket.org' }],
    ['allowedApiUrls', { allowedApiUrls: ['nonsense'] }],
    ['baseUrl', { baseUrl: 'http://app.example.com' }],
    ['basePath', { basePath: '/x', baseUrl }],
    ['basePath', { basePath: 'x' }],
    ['bodyLimit', { bodyLimit: Number.NaN }],
    ['onInstalled', { onInstalled: 'yes' }],
    ['onInstaled', { onInstaled: () => {} }],
  ])('a wrong %s is a ConfigError that names it', (option, wrong) => {
    const make = () => createInstalledEndpoint({ appKey, store, ...wrong } as never);
    expect(make).toThrow(expect.objectContaining({ option }));
    expect(make).toThrow(ConfigError);
  });
});
