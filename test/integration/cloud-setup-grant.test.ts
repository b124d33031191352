import { describe, expect, test } from 'vitest';
import {
  accesses,
  acme,
  callbackFrom,
  callbackUrl,
  connectByGrant,
  consumer,
  createBrowser,
  createCloudSetupWorld,
  leave,
  organizationId,
  problem,
  tokenOf,
} from './cloud-setup-world.ts';

const canary = 'CANARY-7f3a';
const minutes = 60 * 1000;
const cookieName = '__Host-bitbucket-cloud-setup';

describe('a set-up by OAuth 2.0', () => {
  test('sends the browser to Bitbucket with a state, a constant callback, and nothing secret', async () => {
    const world = createCloudSetupWorld();
    const site = await leave(createBrowser(world));
    expect(site.origin + site.pathname).toBe('https://bitbucket.org/site/oauth2/authorize');
    expect(Object.fromEntries(site.searchParams)).toEqual({
      client_id: consumer.clientId,
      response_type: 'code',
      redirect_uri: callbackUrl,
      state: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
    });
    expect(world.asked).toEqual([]);
    expect(await world.stored()).toEqual([]);
  });

  test('asks for fewer scopes where the app says so', async () => {
    const scopes = ['account', 'repository', 'webhook'];
    const world = createCloudSetupWorld({ oauth2: { ...consumer, scopes } });
    expect((await leave(createBrowser(world))).searchParams.get('scope')).toBe(scopes.join(' '));
  });

  test('takes the only workspace, and keeps the tokens apart from the row', async () => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    const done = await connectByGrant(browser);
    expect(done.status).toBe(200);
    expect(done.html).toContain('Acme Inc on Bitbucket is connected');
    expect(browser.cookies.has(cookieName)).toBe(false);

    const [exchange, listed] = world.asked;
    expect(Object.fromEntries(exchange?.form ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: callbackUrl,
    });
    expect(listed?.line).toBe('GET /user/workspaces');
    expect(listed?.authorization).toBe(`Bearer ${tokenOf('1').access_token}`);

    const [record, ...more] = await world.stored();
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      provider: 'bitbucket',
      externalId: acme.uuid,
      name: 'acme',
      status: 'active',
      webhookSecrets: [expect.stringMatching(/^[\da-f]{64}$/)],
      metadata: {
        baseUrl: 'https://api.bitbucket.org',
        siteUrl: 'https://bitbucket.org',
        domainName: 'bitbucket.org/acme',
        icon: acme.links.avatar.href,
        scopes: ['account', 'repository', 'pullrequest', 'webhook'],
        uuid: acme.uuid,
        type: 'team',
      },
      credentials: { type: 'oauth2', tokenKey: expect.any(String) },
    });
    expect(JSON.stringify(record)).not.toMatch(/ACCESS|REFRESH/);
    const key = record?.credentials?.['tokenKey'] ?? '';
    expect(await world.store.tokens.read(key)).toMatchObject({ refreshToken: 'REFRESH-1' });

    const integration = await world.app.getIntegration(organizationId, record?.id ?? '');
    world.answers[`GET /repositories/${acme.uuid}`] = { values: [] };
    expect(await integration?.getRepositories()).toEqual([]);
    expect(world.asked.at(-1)?.authorization).toBe(`Bearer ${tokenOf('1').access_token}`);
  });

  test('goes on at the address of the host', async () => {
    const world = createCloudSetupWorld({
      afterSetup: ({ name }) => `https://host.example/done?name=${name}`,
    });
    const done = await connectByGrant(createBrowser(world));
    expect([done.status, done.location]).toEqual([303, 'https://host.example/done?name=acme']);
    expect(await world.stored()).toHaveLength(1);
  });

  test('of two organizations for one workspace keeps two rows and two grants', async () => {
    const world = createCloudSetupWorld();
    await connectByGrant(createBrowser(world));
    world.answers['POST /site/oauth2/access_token'] = tokenOf('2');
    const mallory = createBrowser(world, 'mallory');
    const { fields } = await mallory.open('org-2');
    const sent = await mallory.post({ ...fields, method: 'oauth2' });
    expect((await mallory.visit(callbackFrom(new URL(sent.location)))).status).toBe(200);
    const [first] = await world.stored();
    const [second] = await world.store.integrations.findByOrganization('org-2');
    expect(second?.externalId).toBe(first?.externalId);
    expect(second?.webhookSecrets).not.toEqual(first?.webhookSecrets);
    const tokens = await Promise.all(
      [first, second].map((row) => world.store.tokens.read(row?.credentials?.['tokenKey'] ?? '')),
    );
    expect(tokens.map((token) => token?.refreshToken)).toEqual(['REFRESH-1', 'REFRESH-2']);
  });
});

describe('a callback', () => {
  test('with a state that was used, has expired, or is another browser’s or session’s: no code is exchanged', async () => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    const back = callbackFrom(await leave(browser));
    const cookies = new Map(browser.cookies);

    const other = createBrowser(world);
    expect((await other.visit(back)).status).toBe(403);
    const mallory = createBrowser(world, 'mallory');
    for (const [name, value] of cookies) if (name !== 'host') mallory.cookies.set(name, value);
    expect((await mallory.visit(back)).status).toBe(403);
    const loggedOut = createBrowser(world, 'nobody');
    for (const [name, value] of cookies) if (name !== 'host') loggedOut.cookies.set(name, value);
    expect((await loggedOut.visit(back)).status).toBe(403);
    expect(world.asked).toEqual([]);

    expect((await browser.visit(back)).status).toBe(200);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await browser.visit(back)).status).toBe(403);
    expect(world.lines().filter((line) => line.startsWith('POST'))).toHaveLength(1);

    const late = createBrowser(world);
    const lateBack = callbackFrom(await leave(late));
    world.clock.move(15 * minutes);
    const refused = await late.visit(lateBack);
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('out of date');
    expect(world.lines().filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(await world.stored()).toHaveLength(1);
  });

  test.each([
    ['none', () => ''],
    ['no state', () => 'nonsense'],
    [
      'one whose organization was changed',
      (state: string) => changed(state, (data) => ({ ...data, organizationId: 'org-2' })),
    ],
    ['one with a list for its data', (state: string) => changed(state, () => [])],
    ['the state of the form', (_: string, fields: Record<string, string>) => fields['state'] ?? ''],
  ])('with a state that is %s is refused', async (_, forge) => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    const site = await leave(browser);
    const { fields } = await createBrowser(world).open();
    const query = new URLSearchParams({
      code: 'c',
      state: forge(site.searchParams.get('state') ?? '', fields),
    });
    expect((await browser.visit(`${callbackUrl}?${query}`)).status).toBe(403);
    expect(world.asked).toEqual([]);
  });

  test('that says access_denied is a page that says what to do, and its state is used up', async () => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    const site = await leave(browser);
    const cookies = new Map(browser.cookies);
    const denied = callbackFrom(site, { error: 'access_denied', error_description: `<b>${canary}` });
    const shown = await browser.visit(denied);
    expect(shown.status).toBe(400);
    expect(shown.html).toContain('Bitbucket was told not to allow it');
    expect(shown.html).not.toContain(canary);
    expect(browser.cookies.has(cookieName)).toBe(false);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await browser.visit(callbackFrom(site))).status).toBe(403);
    expect(world.asked).toEqual([]);
  });

  test.each([
    ['invalid_scope', 422, /consumer needs the permissions account, repository, pullrequest, webhook/],
    ['unauthorized_client', 422, /does not accept this service any more/],
    [canary, 422, /did not accept/],
  ])('that says %s is a page of ours', async (error, status, words) => {
    const world = createCloudSetupWorld();
    const shown = await connectByGrant(createBrowser(world), { error });
    expect(shown.status).toBe(status);
    expect(shown.html).toMatch(words);
    expect(shown.html + JSON.stringify(world.log.lines)).not.toContain(canary);
    expect(world.asked).toEqual([]);
  });

  test('without a code is refused', async () => {
    const world = createCloudSetupWorld();
    expect((await connectByGrant(createBrowser(world), {})).status).toBe(400);
    expect(world.asked).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    [
      'HTML',
      new Response(`<html>${canary}`, { headers: { 'content-type': 'text/html' } }),
      /cannot be reached, or answers/,
    ],
    ['no access_token', { ...tokenOf(canary), access_token: undefined }, /cannot be reached, or answers/],
    ['an expires_in of 0', { ...tokenOf(canary), expires_in: 0 }, /cannot be reached, or answers/],
    ['no expires_in', { ...tokenOf(canary), expires_in: undefined }, /cannot be reached, or answers/],
    [
      'a token with blanks',
      { ...tokenOf(canary), access_token: `a ${canary}` },
      /cannot be reached, or answers/,
    ],
    [
      'a code that was used',
      Response.json({ error: 'invalid_grant', error_description: canary }, { status: 400 }),
      /was used, or took too long/,
    ],
    ['a wrong secret', Response.json({ error: 'invalid_client' }, { status: 401 }), /has another secret/],
    ['429', problem(429, canary), /too much to do/],
    ['503', problem(503, canary), /not available/],
  ])('whose code is answered with %s is a page of ours, and nothing is kept', async (_, answer, words) => {
    const world = createCloudSetupWorld();
    world.answers['POST /site/oauth2/access_token'] = answer;
    const browser = createBrowser(world);
    const shown = await connectByGrant(browser);
    expect(shown.status).toBe(422);
    expect(shown.html).toMatch(words);
    expect(shown.html + JSON.stringify(world.log.lines)).not.toContain(canary);
    expect(shown.html + JSON.stringify(world.log.lines)).not.toMatch(/the-code|SECRET-consumer/);
    expect(await world.stored()).toEqual([]);
    expect(browser.cookies.has(cookieName)).toBe(false);
  });

  test.each<[string, object, number, RegExp]>([
    ['none', accesses(), 422, /in no workspace/],
    ['403', problem(403, canary), 422, /consumer needs the permissions account/],
    ['500', problem(500, canary), 422, /not available/],
    ['one without a UUID', accesses({ slug: 'acme', name: canary }), 422, /cannot be reached, or answers/],
    ['no page', { values: canary }, 422, /cannot be reached, or answers/],
  ])(
    'of somebody whose workspaces are answered with %s is a page, and nothing is kept',
    async (_, answer, status, words) => {
      const world = createCloudSetupWorld();
      world.answers['GET /user/workspaces'] = answer;
      const shown = await connectByGrant(createBrowser(world));
      expect(shown.status).toBe(status);
      expect(shown.html).toMatch(words);
      expect(shown.html).not.toContain(canary);
      expect(await world.stored()).toEqual([]);
    },
  );

  test('of a grant that may not manage webhooks says what the consumer lacks', async () => {
    const world = createCloudSetupWorld();
    world.answers['POST /site/oauth2/access_token'] = {
      ...tokenOf('1'),
      scope: undefined,
      scopes: 'account pullrequest',
    };
    const shown = await connectByGrant(createBrowser(world));
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('consumer needs the permissions');
    expect(JSON.stringify(world.log.lines)).toContain('lacks the scopes webhook');
    expect(world.lines()).not.toContain('GET /user/workspaces');
  });

  test('whose integration cannot be stored is a 503, and its tokens are forgotten', async () => {
    const before = createCloudSetupWorld();
    const { store } = before;
    const put: string[] = [];
    const world = createCloudSetupWorld({
      store: {
        ...store,
        integrations: { ...store.integrations, put: () => Promise.reject(new Error(canary)) },
        tokens: {
          ...store.tokens,
          put: (key, token, options) => {
            put.push(key);
            return store.tokens.put(key, token, options);
          },
        },
      },
    });
    const shown = await connectByGrant(createBrowser(world));
    expect(shown.status).toBe(503);
    expect(shown.html + JSON.stringify(world.log.lines)).not.toContain(canary);
    expect(put).toHaveLength(1);
    expect(await store.tokens.read(put[0] ?? '')).toBeUndefined();
  });
});

/** The state with other data and the signature that it had. */
function changed(state: string, change: (data: object) => unknown): string {
  const [text = '', signature = ''] = state.split('.');
  const note = JSON.parse(Buffer.from(text, 'base64url').toString());
  const other = JSON.stringify({ ...note, data: change(note.data) });
  return `${Buffer.from(other).toString('base64url')}.${signature}`;
}
