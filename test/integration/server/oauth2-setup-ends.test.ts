import { memoryStore } from 'bitbucket-sdk';
import { createServerSetupEndpoints } from 'bitbucket-sdk/integration';
import { expect, test } from 'vitest';
import type { TestAnswer } from '../../http-server.ts';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  baseUrl,
  createBrowser,
  createServerWorld,
  grantAnswer,
  grantCallback,
  organizationId,
  type ServerWorld,
  submitOAuth2,
} from './server-world.ts';

const cookieName = '__Host-bitbucket-server-setup';
const tokenPath = '/git/rest/oauth2/latest/token';
const canary = 'CANARY-7f3a';

const stored = async ({ store }: ServerWorld) => store.integrations.findByOrganization(organizationId);
const tokenCalls = ({ requests }: ServerWorld) => requests.filter(({ url }) => url === tokenPath);

describeWithOpenssl('the end of a set-up by OAuth 2.0', () => {
  const certificates = makeCertificates('oauth2-setup-ends');
  const createWorld = (options?: Parameters<typeof createServerWorld>[1]) =>
    createServerWorld(certificates, options);
  const before = async (options?: Parameters<typeof createServerWorld>[1]) => {
    const world = await createWorld(options);
    const browser = createBrowser(world);
    const sent = await submitOAuth2(browser, world);
    expect(sent.status).toBe(303);
    return { world, browser, sent, url: grantCallback(sent, { code: 'the-code' }) };
  };

  const html = { body: `<html>${canary}`, headers: { 'content-type': 'text/html' } };
  const refusal = (error: string, status = 400) => ({ status, body: { error, error_description: canary } });
  test.each<[string, TestAnswer, RegExp]>([
    ['HTML', html, /not as Bitbucket Server does/],
    [
      'a redirect to the login page',
      { status: 302, headers: { location: '/git/login' } },
      /not as Bitbucket/,
    ],
    ['a redirect to elsewhere', { status: 307, headers: { location: 'https://x.example/' } }, /leads on/],
    ['no JSON', { body: `access_token=${canary}` }, /not as Bitbucket Server does/],
    ['half of it', { body: `{"access_token":"${canary}` }, /not as Bitbucket Server does/],
    ['no access token', grantAnswer({ access_token: undefined }), /not as Bitbucket Server does/],
    ['no life', grantAnswer({ expires_in: undefined }), /not as Bitbucket Server does/],
    ['a life of 0', grantAnswer({ expires_in: 0 }), /not as Bitbucket Server does/],
    ['a token of another kind', grantAnswer({ token_type: 'mac' }), /not as Bitbucket Server does/],
    ['more than a token', grantAnswer({ padding: 'x'.repeat(70_000) }), /not as Bitbucket Server does/],
    ['a code that has gone', refusal('invalid_grant'), /Start again, and allow it there/],
    ['a wrong secret', refusal('invalid_client', 401), /does not accept the client ID/],
    ['another refusal', refusal('invalid_request'), /did not accept/],
    ['429', { status: 429, body: canary }, /too much to do/],
    ['503', { status: 503, body: canary }, /is not available/],
    ['404', { status: 404, body: canary }, /not as Bitbucket Server does/],
  ])(
    'S4-10 after the person agreed, answered with %s: a page, and nothing is kept',
    async (_, answer, words) => {
      const { world, browser, url } = await before();
      world.answers['POST /rest/oauth2/latest/token'] = answer;
      const shown = await browser.visit(url);
      expect(shown.status).toBe(422);
      expect(shown.html).toMatch(words);
      expect(shown.html).toContain('Start again from your settings');
      expect(shown.html + JSON.stringify(world.log.lines)).not.toContain(canary);
      expect(await stored(world)).toEqual([]);
      expect(browser.cookies.has(cookieName)).toBe(false);
      expect(tokenCalls(world)).toHaveLength(1);
    },
  );

  test('S4-10 with a token that does not work keeps nothing', async () => {
    const { world, browser, url } = await before();
    world.answers['GET /rest/api/latest/repos'] = { status: 401, body: canary };
    const shown = await browser.visit(url);
    expect([shown.status, shown.html]).toEqual([422, expect.stringContaining('did not accept')]);
    expect(await stored(world)).toEqual([]);
  });

  /** A store that keeps count of the keys of its tokens. */
  const watched = () => {
    const store = memoryStore();
    const keys = new Set<string>();
    const tokens = {
      ...store.tokens,
      put: async (...[key, ...rest]: Parameters<typeof store.tokens.put>) => {
        keys.add(key);
        await store.tokens.put(key, ...rest);
      },
      forget: async (key: string) => {
        keys.delete(key);
        await store.tokens.forget(key);
      },
    };
    return { keys, store: { ...store, tokens } };
  };

  test('again for the same server and client forgets the grant before, once the new one stands', async () => {
    const { keys, store } = watched();
    const world = await createWorld({ store });
    const set = async (fields: Record<string, string> = {}) => {
      const browser = createBrowser(world);
      const sent = await submitOAuth2(browser, world, fields);
      await browser.visit(grantCallback(sent, { code: 'c' }));
      return stored(world);
    };
    const [first] = await set();
    world.answers['POST /rest/oauth2/latest/token'] = grantAnswer({ access_token: 'access-2' });
    const again = await set();
    expect(again.map(({ id }) => id)).toEqual([first?.id]);
    expect(keys).toEqual(new Set([again[0]?.credentials?.['tokenKey']]));
    expect(keys).not.toContain(first?.credentials?.['tokenKey']);
    expect(await set({ clientId: 'another' })).toHaveLength(2);
    expect(keys.size).toBe(2);
  });

  test('keeps no tokens where the host keeps no integration', async () => {
    const { keys, store } = watched();
    const put = () => Promise.reject(new Error(canary));
    const world = await createWorld({ store: { ...store, integrations: { ...store.integrations, put } } });
    const browser = createBrowser(world);
    const shown = await browser.visit(grantCallback(await submitOAuth2(browser, world), { code: 'c' }));
    expect(shown.status).toBe(503);
    expect(shown.html + JSON.stringify(world.log.lines)).not.toContain(canary);
    expect(keys.size).toBe(0);
  });

  test('keeps no integration where the tokens cannot be kept', async () => {
    const { store } = watched();
    const put = () => Promise.reject(new Error(canary));
    const world = await createWorld({ store: { ...store, tokens: { ...store.tokens, put } } });
    const browser = createBrowser(world);
    const shown = await browser.visit(grantCallback(await submitOAuth2(browser, world), { code: 'c' }));
    expect([shown.status, await stored(world)]).toEqual([503, []]);
  });

  test('stands where only what comes after it fails', async () => {
    const { keys, store } = watched();
    const forget = () => Promise.reject(new Error(canary));
    const world = await createWorld({
      store: { ...store, tokens: { ...store.tokens, forget } },
      afterSetup: () => {
        throw new Error(canary);
      },
    });
    for (let round = 1; round <= 2; round += 1) {
      const browser = createBrowser(world);
      const shown = await browser.visit(grantCallback(await submitOAuth2(browser, world), { code: 'c' }));
      expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('is connected')]);
      const [record] = await stored(world);
      expect(keys).toContain(record?.credentials?.['tokenKey']);
    }
    expect(JSON.stringify(world.log.lines)).not.toContain(canary);
  });

  test('sends the browser on to an address with names of any script, and keeps the grant', async () => {
    const { keys, store } = watched();
    const world = await createWorld({
      store,
      afterSetup: () => 'https://app.example.com/組織/a b?name=Größe%20\r\nx: y\ud800',
    });
    const browser = createBrowser(world);
    const sent = await browser.visit(grantCallback(await submitOAuth2(browser, world), { code: 'c' }));
    expect([sent.status, sent.location]).toEqual([
      303,
      'https://app.example.com/%E7%B5%84%E7%B9%94/a%20b?name=Gr%C3%B6%C3%9Fe%20%0D%0Ax:%20y%EF%BF%BD',
    ]);
    expect([...keys]).toEqual([(await stored(world))[0]?.credentials?.['tokenKey']]);
  });

  test('keeps the grant of an integration that stands, also where the log fails', async () => {
    const { keys, store } = watched();
    const ignore = () => {};
    const info = () => {
      throw new Error(canary);
    };
    const world = await createWorld({ store, logger: { debug: ignore, info, warn: ignore, error: ignore } });
    const browser = createBrowser(world);
    await browser.visit(grantCallback(await submitOAuth2(browser, world), { code: 'c' }));
    expect([...keys]).toEqual([(await stored(world))[0]?.credentials?.['tokenKey']]);
  });

  test('is offered where tokens can be kept and the browser can be sent back, and nowhere else', async () => {
    const { store, app } = await createWorld();
    const connections = { fetchFor: () => () => Promise.reject(new Error('nobody is called')) };
    const parts = {
      states: store.states,
      connections,
      complete: () => undefined,
      authorize: () => ({ session: 's' }),
    };
    const shown = async (own: { baseUrl: string; tokens?: typeof store.tokens }) => {
      const { setup } = createServerSetupEndpoints({ ...parts, ...own });
      const browser = createBrowser({ app: { ...app, fetch: setup } });
      const { html: text, fields } = await browser.open();
      const typed = {
        ...fields,
        method: 'oauth2',
        url: 'https://git.example',
        clientId: 'a',
        clientSecret: 'b',
      };
      const posted = await browser.post(typed);
      return [text.includes('name="clientSecret"'), posted.html.includes('oauth1-consumerKey-error')];
    };
    expect(await shown({ baseUrl, tokens: store.tokens })).toEqual([true, false]);
    expect(await shown({ baseUrl: 'http://127.0.0.1:3000', tokens: store.tokens })).toEqual([true, false]);
    expect(await shown({ baseUrl })).toEqual([false, true]);
    expect(await shown({ baseUrl: 'http://app.example.com', tokens: store.tokens })).toEqual([false, true]);
    expect(() =>
      createServerSetupEndpoints({ ...parts, baseUrl, tokens: {} as typeof store.tokens }),
    ).toThrow(/tokens/);
    expect(() => createServerSetupEndpoints({ ...parts, baseUrl: `${baseUrl}#x` })).toThrow(/fragment/);
  });
});
