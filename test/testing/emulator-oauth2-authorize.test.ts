import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app, minutes, type OAuth2Scene, startOAuth2Scene } from './support/oauth2-scene.ts';

let it: OAuth2Scene;

beforeAll(async () => {
  it = await startOAuth2Scene({ consumers: [{ ...app, scopes: ['pullrequest', 'webhook'] }] });
});
afterAll(() => it.stop());

const asked = { client_id: 'app', response_type: 'code', state: 'a b&c' };

describe('the authorize page sends the browser back', () => {
  test('with a code and the state as it came, to the callback address', async () => {
    const answer = await it.visit(asked);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe(app.callbackUrl);
    expect(back.searchParams.get('state')).toBe('a b&c');
    expect(back.searchParams.get('code')).toMatch(/^[\w-]{20,}$/);
    expect([...back.searchParams.keys()]).toEqual(['code', 'state']);
  });

  test.each([
    'https://app.example.com/callback',
    'https://app.example.com/callback/deeper',
    'https://app.example.com/callback?organization=1',
  ])('to an address that begins with it: %s', async (redirectUri) => {
    const back = await it.authorize({ redirect_uri: redirectUri });
    expect(back.href.startsWith(redirectUri)).toBe(true);
    expect(back.searchParams.get('code')).not.toBeNull();
  });

  test.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ response_type: '' }, 'invalid_request'],
    [{ scope: 'pullrequest repository:admin' }, 'invalid_scope'],
    [{ scope: 'everything' }, 'invalid_scope'],
  ])('with an error for %o', async (query, error) => {
    const back = await it.authorize(query);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error,
      error_description: expect.any(String),
      state: 'st',
    });
  });

  test('with no word of parameters that have no value, which count as left out', async () => {
    const answer = await it.visit({ ...asked, redirect_uri: '', scope: '', state: '' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect([back.origin + back.pathname, ...back.searchParams.keys()]).toEqual([app.callbackUrl, 'code']);
  });

  test('with an error where the response type is missing', async () => {
    const answer = await it.visit({ client_id: 'app' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.has('state')).toBe(false);
  });

  test('with scopes that are fewer than those of the consumer, or that come with them', async () => {
    expect(await it.grant()).toMatchObject({ scope: 'pullrequest webhook' });
    expect(await it.grant({ scope: 'webhook' })).toMatchObject({ scope: 'webhook' });
    expect(await it.grant({ scope: 'repository' })).toMatchObject({ scope: 'repository' });
  });
});

describe('the authorize page shows an error and sends the browser nowhere', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a client that is not known', { client_id: 'nobody' }, 'Invalid client_id'],
    ['another host', { redirect_uri: 'https://evil.example.com/callback' }, 'Invalid redirect_uri'],
    ['another scheme', { redirect_uri: 'http://app.example.com/callback' }, 'Invalid redirect_uri'],
    ['another port', { redirect_uri: 'https://app.example.com:444/callback' }, 'Invalid redirect_uri'],
    ['another folder', { redirect_uri: 'https://app.example.com/other' }, 'Invalid redirect_uri'],
    ['a longer name', { redirect_uri: 'https://app.example.com/callbackevil' }, 'Invalid redirect_uri'],
    ['a way out', { redirect_uri: 'https://app.example.com/callback/../x' }, 'Invalid redirect_uri'],
    ['a user', { redirect_uri: 'https://user@app.example.com/callback' }, 'Invalid redirect_uri'],
    [
      'a host before another one',
      { redirect_uri: 'https://app.example.com@evil.com/callback' },
      'Invalid redirect_uri',
    ],
    ['a fragment', { redirect_uri: `${app.callbackUrl}#x` }, 'Invalid redirect_uri'],
    ['no address', { redirect_uri: 'javascript:alert(1)' }, 'Invalid redirect_uri'],
  ])('for %s', async (_, query, title) => {
    const answer = await it.visit({ ...asked, ...query });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain(title);
  });

  test('for another method', async () => {
    expect((await it.visit(asked, { method: 'POST', body: '' })).status).toBe(405);
  });

  test('for a consumer without a callback address', async () => {
    const { callbackUrl: _, ...bare } = app;
    const scene = await startOAuth2Scene({ consumers: [bare] });
    try {
      const answer = await scene.visit({ ...asked, redirect_uri: 'https://app.example.com/' });
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('redirect_uri')]);
    } finally {
      await scene.stop();
    }
  });
});

test('a person who denies sends the browser back with access_denied', async () => {
  const scene = await startOAuth2Scene({ authorize: 'deny' });
  try {
    const back = await scene.authorize();
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state: 'st',
    });
  } finally {
    await scene.stop();
  }
});

describe('a person who is asked', () => {
  let scene: OAuth2Scene;
  beforeAll(async () => {
    scene = await startOAuth2Scene({ authorize: 'ask', user: 'ada' });
  });
  afterAll(() => scene.stop());

  const show = async (): Promise<string> => {
    const answer = await scene.visit(asked);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors');
    const text = await answer.text();
    expect(text).toContain('Ada &lt;Löw&gt;');
    return /name="page_token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };
  const answerWith = (form: Record<string, string>) =>
    scene.visit(asked, { method: 'POST', body: new URLSearchParams(form) });

  test.each([
    ['grant', 'code'],
    ['deny', 'error'],
    ['something else', 'error'],
  ])('and answers %s sends the browser back with a %s', async (decision, field) => {
    const answer = await answerWith({ page_token: await show(), decision });
    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get('location') ?? '').searchParams.has(field)).toBe(true);
  });

  test('is asked again where the form is not that of a page, was sent before, or is too old', async () => {
    expect((await answerWith({ decision: 'grant' })).status).toBe(403);
    const token = await show();
    await answerWith({ page_token: token, decision: 'grant' });
    expect((await answerWith({ page_token: token, decision: 'grant' })).status).toBe(403);
    const old = await show();
    scene.wait(31 * minutes);
    expect((await answerWith({ page_token: old, decision: 'grant' })).status).toBe(403);
  });
});
