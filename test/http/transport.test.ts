import { type Authorizer, accessToken, basic } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, type ClientOptions } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { closedOrigin, listen, startServer, type TestAnswer } from '../http-server.ts';

const repository = { path: { workspace: 'acme', repo_slug: 'api' } };
const route = 'GET /repositories/{workspace}/{repo_slug}';
const hooks = 'POST /repositories/{workspace}/{repo_slug}/hooks';

const client = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  new BitbucketApiClient({ baseUrl, auth: accessToken('s3cret-token'), retry: { limit: 2 }, ...options });

describe('a call', () => {
  test('carries the credential, asks for JSON and names the library', async () => {
    const server = await startServer(() => ({ body: { full_name: 'acme/api' } }));
    await expect(client(server.origin).request(route, repository)).resolves.toEqual({
      full_name: 'acme/api',
    });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      url: '/2.0/repositories/acme/api',
      headers: { authorization: 'Bearer s3cret-token', accept: 'application/json' },
    });
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^bitbucket-sdk\/\d/);
  });

  test('encodes each path parameter and keeps a context path', async () => {
    const server = await startServer(() => ({ body: {} }));
    await client(`${server.origin}/behind/`).request(route, {
      path: { workspace: '{a-b}', repo_slug: 'x/ y%#?é' },
    });
    expect(server.requests[0]?.url).toBe('/behind/2.0/repositories/%7Ba-b%7D/x%2F%20y%25%23%3F%C3%A9');
  });

  test.each([
    ['empty', ''],
    ['two dots', '..'],
    ['one dot', '.'],
    ['a lone surrogate', '\ud800'],
    ['an object', {} as string],
  ])('with a path parameter that is %s is not sent', async (_, workspace) => {
    const server = await startServer(() => ({ body: {} }));
    const call = client(server.origin).request(route, { path: { workspace, repo_slug: 'api' } });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'path.workspace' });
    expect(server.requests).toHaveLength(0);
  });

  test('sends a JSON body with its length, and no body with a GET', async () => {
    const server = await startServer(() => ({ status: 201, body: { uuid: '{1}' } }));
    await client(server.origin).request(hooks, { ...repository, body: { url: 'https://x.example/é' } });
    expect(server.requests[0]).toMatchObject({
      headers: { 'content-type': 'application/json', 'content-length': '30' },
      body: '{"url":"https://x.example/é"}',
    });
    const withBody = { ...repository, body: {} } as unknown as typeof repository;
    await expect(client(server.origin).request(route, withBody)).rejects.toMatchObject({ option: 'body' });
  });

  test('gives the response, too, when asked raw', async () => {
    const server = await startServer(() => ({ body: { a: 1 }, headers: { 'x-oauth-scopes': 'repository' } }));
    const { data, response } = await client(server.origin).requestRaw(route, repository);
    expect(data).toEqual({ a: 1 });
    expect(response.headers.get('x-oauth-scopes')).toBe('repository');
  });
});

describe('an answer that is no JSON', () => {
  test.each([
    ['HTML with 200', { body: '<html>log in</html>', headers: { 'content-type': 'text/html' } }, 'text/html'],
    [
      'JSON that breaks off',
      { body: '{"a":', headers: { 'content-type': 'application/json' } },
      'breaks off',
    ],
    ['nothing with 200', { body: '' }, 'an empty body'],
  ])('%s is a bad answer that names the call', async (_, answer, words) => {
    const server = await startServer(() => answer);
    const error: Error = await client(server.origin)
      .request(route, repository)
      .then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'TransportError', code: 'bad_answer' });
    expect(error.message).toContain('GET /2.0/repositories/acme/api');
    expect(error.message).toContain(words);
  });

  test('204 is undefined', async () => {
    const server = await startServer(() => ({ status: 204 }));
    const path = { ...repository.path, uid: '{1}' };
    await expect(
      client(server.origin).request('DELETE /repositories/{workspace}/{repo_slug}/hooks/{uid}', { path }),
    ).resolves.toBeUndefined();
  });
});

describe('a refusal', () => {
  test('is an ApiError with the message, detail, fields and request id, and without the query', async () => {
    const error = {
      message: 'Bad hook',
      detail: { at: 'url' },
      fields: { url: ['Enter a URL'], events: 'required' },
    };
    const server = await startServer(() => ({
      status: 400,
      body: { type: 'error', error },
      headers: { 'x-request-id': 'abc123' },
    }));
    const call = client(server.origin).request(hooks, { ...repository, body: { url: 'sec-ret' } });
    await expect(call).rejects.toMatchObject({
      name: 'ApiError',
      code: 'bad_request',
      status: 400,
      requestId: 'abc123',
      detail: '{"at":"url"}',
      fields: { url: ['Enter a URL'], events: ['required'] },
      message: 'POST /2.0/repositories/acme/api/hooks was refused with 400: Bad hook',
    });
  });

  test.each<[string, TestAnswer, string]>([
    ['no body', { status: 401 }, 'unknown error'],
    ['HTML', { status: 502, body: '<html>' }, 'unknown error'],
    [
      'plain text',
      { status: 403, body: 'Rate limit for this resource has been exceeded' },
      'Rate limit for this',
    ],
    ['JSON of another shape', { status: 404, body: { oops: true } }, 'unknown error'],
  ])('with %s still says what is known', async (_, answer, words) => {
    const server = await startServer(() => answer);
    const call = client(server.origin, { retry: { limit: 0 } }).request(route, repository);
    await expect(call).rejects.toThrow(words);
    await expect(call).rejects.toMatchObject({ status: answer.status });
  });

  test('of something that was removed says since when, what instead, and by which change', async () => {
    const server = await startServer(() => ({
      status: 410,
      body: {
        type: 'error',
        error: { message: 'CHANGE-2770 - Functionality has been deprecated', detail: 'gone' },
      },
    }));
    await expect(client(server.origin).request(route, repository)).rejects.toMatchObject({
      name: 'FeatureRemovedError',
      code: 'feature_removed',
      status: 410,
      change: 'CHANGE-2770',
    });
  });
});

describe('trying again', () => {
  test('a read is sent again after 503 and 429, signed afresh each time', async () => {
    let calls = 0;
    const auth: Authorizer = {
      authorize: async (request) => {
        calls += 1;
        request.headers.set('authorization', `Bearer ${calls}`);
        return request;
      },
    };
    const statuses = [503, 429, 200];
    const server = await startServer((_, count) => ({
      status: statuses[count - 1] ?? 500,
      headers: { 'retry-after': '0' },
      body: {},
    }));
    await client(server.origin, { auth }).request(route, repository);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer 1',
      'Bearer 2',
      'Bearer 3',
    ]);
  });

  test('a POST is not sent again', async () => {
    const server = await startServer(() => ({ status: 503, headers: { 'retry-after': '0' } }));
    const call = client(server.origin).request(hooks, { ...repository, body: {} });
    await expect(call).rejects.toMatchObject({ status: 503, code: 'server_error' });
    expect(server.requests).toHaveLength(1);
  });

  test('a Retry-After beyond the limit ends the call at once, with the wait in the error', async () => {
    const server = await startServer(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
    const started = Date.now();
    await expect(client(server.origin).request(route, repository)).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfter: 3600,
    });
    expect(server.requests).toHaveLength(1);
    expect(Date.now() - started).toBeLessThan(1500);
  });

  test('a server that nobody reaches is a network failure with the reason, never a status', async () => {
    const origin = await closedOrigin();
    const error = await client(origin, { retry: { limit: 0 } })
      .request(route, repository)
      .then(never, (reason) => reason);
    expect(error).toMatchObject({ name: 'TransportError', code: 'network' });
    expect(error.message).toContain('ECONNREFUSED');
    expect(error.status).toBeUndefined();
  });

  test('a silent server is a timeout; an aborted call is aborted, also while it waits its turn', async () => {
    const origin = await listen(() => {});
    const patient = client(origin, { timeout: 100, retry: { limit: 0 }, concurrency: 1 });
    await expect(patient.request(route, repository)).rejects.toMatchObject({ code: 'timeout' });

    const first = new AbortController();
    const second = new AbortController();
    const slow = client(origin, { concurrency: 1 });
    const running = slow.request(route, { ...repository, signal: first.signal });
    const waiting = slow.request(route, { ...repository, signal: second.signal });
    second.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'TransportError', code: 'aborted' });
    first.abort();
    await expect(running).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('a redirect', () => {
  test('on the same origin is followed and signed afresh', async () => {
    const server = await startServer(({ url }) =>
      url.endsWith('/moved')
        ? { body: { moved: true } }
        : { status: 302, headers: { location: '/2.0/moved' } },
    );
    await expect(client(server.origin).request(route, repository)).resolves.toEqual({ moved: true });
    expect(server.requests[1]?.headers.authorization).toBe('Bearer s3cret-token');
  });

  test('to another origin is followed by reads only, without the credential', async () => {
    const elsewhere = await startServer(() => ({ body: { stored: true } }));
    const server = await startServer(() => ({
      status: 302,
      headers: { location: `${elsewhere.origin}/blob` },
    }));
    const headers = { 'x-private': 'yes' };
    await expect(client(server.origin).request(route, { ...repository, headers })).resolves.toEqual({
      stored: true,
    });
    expect(elsewhere.requests[0]?.headers.authorization).toBeUndefined();
    expect(elsewhere.requests[0]?.headers['x-private']).toBeUndefined();

    const write = client(server.origin).request(hooks, { ...repository, body: { secret: 'x' } });
    await expect(write).rejects.toMatchObject({ code: 'redirect_refused' });
    expect(elsewhere.requests).toHaveLength(1);
  });

  test('that comes back from another origin gets no credential either', async () => {
    const home = await startServer(({ url }) =>
      url === '/2.0/back'
        ? { body: {} }
        : { status: 302, headers: { location: `${elsewhere.origin}/away?home=1` } },
    );
    const elsewhere = await startServer(() => ({
      status: 302,
      headers: { location: `${home.origin}/2.0/back` },
    }));
    await client(home.origin).request(route, repository);
    expect(home.requests[1]).toMatchObject({ url: '/2.0/back' });
    expect(home.requests[1]?.headers.authorization).toBeUndefined();
  });

  test('after a POST becomes a GET on 303 and keeps method and body on 307', async () => {
    const server = await startServer(({ url }) => {
      if (url.endsWith('/hooks')) return { status: 307, headers: { location: '/2.0/again' } };
      if (url.endsWith('/again')) return { status: 303, headers: { location: '/2.0/done' } };
      return { body: { done: true } };
    });
    await client(server.origin).request(hooks, { ...repository, body: { url: 'u' } });
    expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/2.0/repositories/acme/api/hooks', '{"url":"u"}'],
      ['POST', '/2.0/again', '{"url":"u"}'],
      ['GET', '/2.0/done', ''],
    ]);
  });

  test('that goes on for ever, or names no web address, is refused', async () => {
    const circle = await startServer(() => ({ status: 302, headers: { location: '/2.0/round' } }));
    await expect(client(circle.origin).request(route, repository)).rejects.toMatchObject({
      code: 'redirect_refused',
    });
    expect(circle.requests).toHaveLength(6);
    for (const location of ['file:///etc/passwd', 'http://user:pass@127.0.0.1/', 'http://']) {
      const server = await startServer(() => ({ status: 302, headers: { location } }));
      await expect(client(server.origin).request(route, repository)).rejects.toMatchObject({
        code: 'redirect_refused',
      });
    }
  });

  test('from https to http is refused', async () => {
    const fetch = async () =>
      new Response(null, { status: 302, headers: { location: 'http://api.bitbucket.org/x' } });
    const secure = new BitbucketApiClient({ auth: accessToken('t'), fetch });
    await expect(secure.request(route, repository)).rejects.toMatchObject({ code: 'redirect_refused' });
  });
});

describe('a credential that is refused', () => {
  test('is renewed once, and the call is sent a second time with its body', async () => {
    let token = 'old';
    const auth: Authorizer = {
      authorize: async (request) => {
        request.headers.set('authorization', token);
        return request;
      },
      renew: async () => {
        token = 'new';
        return true;
      },
    };
    const server = await startServer(({ headers }) => ({
      status: headers.authorization === 'new' ? 201 : 401,
      body: {},
    }));
    await client(server.origin, { auth }).request(hooks, { ...repository, body: { url: 'u' } });
    expect(server.requests.map(({ headers, body }) => [headers.authorization, body])).toEqual([
      ['old', '{"url":"u"}'],
      ['new', '{"url":"u"}'],
    ]);
  });

  test('that cannot be renewed is an ApiError of 401', async () => {
    const server = await startServer(() => ({ status: 401 }));
    const auth = { ...basic({ username: 'u', password: 'p' }), renew: async () => false };
    await expect(client(server.origin, { auth }).request(route, repository)).rejects.toMatchObject({
      status: 401,
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('options', () => {
  test.each<[string, object]>([
    ['baseUrl', { baseUrl: 'ftp://x' }],
    ['baseUrl', { baseUrl: 'https://user:pass@x.example' }],
    ['baseUrl', { baseUrl: 'https://x.example/?a=1' }],
    ['auth', { auth: 'token' }],
    ['timeout', { timeout: -1 }],
    ['concurrency', { concurrency: 0 }],
    ['retry.limit', { retry: { limit: 1.5 } }],
    ['baseURL', { baseURL: 'https://x.example' }],
  ])('%s that cannot work is named', (option, wrong) => {
    expect(() => new BitbucketApiClient({ auth: accessToken('t'), ...wrong } as ClientOptions)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });
});

describe('what is said of a failure', () => {
  test('holds neither the credential nor the query', async () => {
    const lines: string[] = [];
    const say = (message: string, fields?: object) => void lines.push(`${message} ${JSON.stringify(fields)}`);
    const logger = { debug: say, info: say, warn: say, error: say };
    const server = await startServer(() => ({ status: 400, body: { error: { message: 'no' } } }));
    const call = client(server.origin, { logger }).request('GET /repositories/{workspace}', {
      path: { workspace: 'acme' },
      query: { q: 'name="private"' },
    });
    const error = await call.then(never, (reason) => reason);
    const said = `${error.message}${error.stack}${JSON.stringify(error)}${lines.join()}`;
    expect(said).toContain('/2.0/repositories/acme');
    expect(said).not.toMatch(/s3cret-token|private/);
  });
});

const never = (): never => {
  throw new Error('The call was expected to fail');
};
