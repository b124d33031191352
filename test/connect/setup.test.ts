import { createInstallUrl, createSetupEndpoint } from 'bitbucket-sdk/connect';
import { connectRequest } from 'bitbucket-sdk/testing';
import { describe, expect, test, vi } from 'vitest';
import { memoryInstallations } from '../../src/stores/memory/installations.ts';
import { memorySignedStates } from '../../src/stores/memory/signed-states.ts';
import { readConfirmation, setupWorld } from './setup-world.ts';
import { baseUrl, clientKey, sharedSecret, signer } from './world.ts';

describe('the install address', () => {
  const store = memorySignedStates();
  const options = { baseUrl: `${baseUrl}/`, organizationId: '1', session: 's', store };

  test('names the descriptor and comes back to the set-up below the app’s address, with a state', async () => {
    const url = new URL(await createInstallUrl(options));
    expect(url.origin + url.pathname).toBe('https://bitbucket.org/site/addons/authorize');
    expect([...url.searchParams.keys()]).toEqual(['descriptor_uri', 'redirect_uri']);
    expect(url.searchParams.get('descriptor_uri')).toBe(`${baseUrl}/descriptor`);
    const redirect = url.searchParams.get('redirect_uri') ?? '';
    expect(redirect.startsWith(`${baseUrl}/setup?state=`)).toBe(true);
    expect(redirect).not.toContain('session');
  });

  test('names a registered app by its key, on another site if told so', async () => {
    const url = new URL(
      await createInstallUrl({ ...options, addonKey: 'my-app', siteUrl: 'http://127.0.0.1:7990' }),
    );
    expect(url.origin).toBe('http://127.0.0.1:7990');
    expect(url.searchParams.get('addon_key')).toBe('my-app');
    expect(url.searchParams.has('descriptor_uri')).toBe(false);
  });

  test.each([
    ['session', { session: '' }],
    ['organizationId', { organizationId: '' }],
    ['baseUrl', { baseUrl: 'http://app.example.com' }],
    ['store', { store: {} }],
    ['adonKey', { adonKey: 'x' }],
  ])('a wrong %s is a ConfigError that names it', async (option, wrong) => {
    await expect(createInstallUrl({ ...options, ...wrong } as never)).rejects.toMatchObject({ option });
  });
});

describe('coming back with the state', () => {
  test('goes on at an address with names of any script', async () => {
    const { begin, visit } = await setupWorld({ complete: () => 'https://app.example.com/組織?a=%20 b' });
    const response = await visit('alice', await begin('alice'));
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://app.example.com/%E7%B5%84%E7%B9%94?a=%20%20b',
    ]);
  });

  test('S1-10 verifies the JWT and completes for the organization that began, once', async () => {
    const { begin, visit, complete, installations } = await setupWorld();
    const state = await begin('alice');
    const response = await visit('alice', state);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://app.example.com/settings',
    ]);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(complete.mock.calls).toEqual([
      [
        {
          installation: await installations.findByClientKey(clientKey),
          organizationId: '1',
          request: expect.any(Request),
        },
      ],
    ]);
  });

  test('shows that it is connected when the host names no address', async () => {
    const complete = vi.fn(() => undefined);
    const { begin, visit } = await setupWorld({ complete });
    const response = await visit('alice', await begin('alice'));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Acme Engineering is connected');
  });

  test('S1-10 a JWT that is missing, forged, expired, unknown or of another address is a 401 page', async () => {
    const { begin, visit, endpoint, complete, log, now } = await setupWorld();
    const state = await begin('alice');
    const cookie = 'host=alice';
    const statuses = [
      await endpoint(new Request(`${baseUrl}/setup?state=${state}`, { headers: { cookie } })),
      await visit('alice', state, { clientKey, sharedSecret: 'forged' }),
      await visit('alice', state, { clientKey: 'connection:9', sharedSecret }),
    ];
    const good = await connectRequest({
      kind: 'setup',
      baseUrl,
      now,
      signedBy: signer,
      query: { state },
      cookie,
    });
    statuses.push(await endpoint(new Request(`${good.url}&more=1`, good)));
    statuses.push(await endpoint(new Request(good.url.replace(clientKey.slice(-4), '9999'), good)));
    now.time += 331_000;
    statuses.push(await endpoint(good));
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(log.codes()).toEqual([
      'jwt_missing',
      'jwt_signature',
      'jwt_unknown_issuer',
      'qsh_mismatch',
      'qsh_mismatch',
      'jwt_expired',
    ]);
    expect(complete).not.toHaveBeenCalled();
    expect(await statuses[0]?.text()).toMatch(/settings/);
    expect(JSON.stringify(log.lines)).not.toContain(state);
  });

  test('an installation that was uninstalled is refused', async () => {
    const { begin, visit, installations, complete, log } = await setupWorld();
    const row = await installations.findByClientKey(clientKey);
    if (row === undefined) throw new Error('not stored');
    await installations.save([
      { installation: { ...row, uninstalledAt: 1, version: 'x' }, replaces: row.version },
    ]);
    expect((await visit('alice', await begin('alice'))).status).toBe(401);
    expect(log.codes()).toEqual(['uninstalled']);
    expect(complete).not.toHaveBeenCalled();
  });

  test('somebody whom the host does not let in gets a 403 page, with a state or without', async () => {
    const { begin, visit, complete, log } = await setupWorld();
    expect((await visit('nobody', await begin('alice'))).status).toBe(403);
    expect((await visit('nobody')).status).toBe(403);
    expect(log.codes()).toEqual(['forbidden', 'forbidden']);
    expect(complete).not.toHaveBeenCalled();
  });

  test('without an authorize function everybody gets a 403 page', async () => {
    const { begin, visit } = await setupWorld({ authorize: undefined });
    expect((await visit('alice', await begin('alice'))).status).toBe(403);
  });

  test('a host that fails is a 503 page that tells nothing of its error', async () => {
    const complete = () => Promise.reject(new Error('password=hunter2'));
    const { begin, visit, log } = await setupWorld({ complete });
    const response = await visit('alice', await begin('alice'));
    expect(response.status).toBe(503);
    expect((await response.text()) + JSON.stringify(log.lines)).not.toContain('hunter2');
  });
});

describe('what went wrong at Bitbucket', () => {
  test('gives a page that says what to do and echoes nothing', async () => {
    const { endpoint, complete } = await setupWorld();
    const url = `${baseUrl}/setup?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E`;
    const response = await endpoint(new Request(url, { headers: { cookie: 'host=alice' } }));
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toMatch(/install the app again/);
    expect(html).not.toMatch(/script|access_denied/);
    expect(complete).not.toHaveBeenCalled();
  });

  test('another method is a 405 page', async () => {
    const { endpoint } = await setupWorld();
    const response = await endpoint(new Request(`${baseUrl}/setup`, { method: 'PUT' }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('a state that does not hold asks for a confirmation and binds nothing', () => {
  test.each<[string, (world: Awaited<ReturnType<typeof setupWorld>>) => Promise<string | undefined>]>([
    ['none', async () => undefined],
    ['nonsense', async () => 'nonsense.of.three'],
    ['text that is no JSON', async () => 'bm9uc2Vuc2U.x'],
    ['one that is altered', async ({ begin }) => `${(await begin('alice')).slice(0, -3)}abc`],
    [
      'one that has expired',
      async ({ begin, now }) => {
        const state = await begin('alice');
        now.time += 15 * 60 * 1000;
        return state;
      },
    ],
    [
      'one that was used',
      async ({ begin, visit, complete }) => {
        const state = await begin('alice');
        await visit('alice', state);
        complete.mockClear();
        return state;
      },
    ],
    ['one of another session', async ({ begin }) => begin('session-of-somebody')],
    [
      'one that was made for a form',
      async ({ visit }) => (await readConfirmation(await visit('alice'))).fields['state'],
    ],
  ])('%s', async (_, stateOf) => {
    const world = await setupWorld();
    const response = await world.visit('alice', await stateOf(world));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<form method="post"');
    expect(world.complete).not.toHaveBeenCalled();
  });

  test('a state of the attacker’s own organization is refused to the victim', async () => {
    const { begin, visit, complete } = await setupWorld();
    expect((await visit('alice', await begin('mallory'))).status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('where nobody names an organization, the page says so', async () => {
    const { visit, log } = await setupWorld({ authorize: () => true });
    expect((await visit('alice')).status).toBe(400);
    expect(log.codes()).toEqual(['organization_missing']);
  });
});

describe('options', () => {
  const good = {
    installations: memoryInstallations(),
    states: memorySignedStates(),
    baseUrl,
    complete: () => undefined,
  };
  test.each([
    ['installations', { installations: undefined }],
    ['states', { states: {} }],
    ['complete', { complete: undefined }],
    ['authorize', { authorize: true }],
    ['baseUrl', { baseUrl: 'nonsense' }],
    ['organizationName', { organizationName: 'Acme' }],
    ['autorize', { autorize: () => true }],
  ])('a wrong %s is a ConfigError that names it', (option, wrong) => {
    expect(() => createSetupEndpoint({ ...good, ...wrong } as never)).toThrow(
      expect.objectContaining({ option }),
    );
  });
});

describe('a host that names its user’s organization', () => {
  // The state is genuine and of this session: only the host's word stands against it.
  const authorize = () => ({ session: 'session-of-mallory', organizationId: '1' });

  test('refuses a state that names another one, and completes nothing', async () => {
    const { begin, visit, complete } = await setupWorld({ authorize });
    const response = await visit('mallory', await begin('mallory'));
    expect(response.status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('refuses a confirmation that is posted for another one', async () => {
    const { visit, post, complete } = await setupWorld({ authorize });
    const { cookie, fields } = await readConfirmation(await visit('mallory'));
    expect(fields['organization']).toBe('1');
    expect((await post(cookie, { ...fields, organization: '2' })).status).toBe(403);
    expect((await post(cookie, fields)).status).toBe(303);
    expect(complete.mock.calls[0]?.[0]).toMatchObject({ organizationId: '1' });
  });

  test('refuses where it answers null', async () => {
    const { begin, visit } = await setupWorld({ authorize: () => null });
    expect((await visit('alice', await begin('alice'))).status).toBe(403);
  });
});
