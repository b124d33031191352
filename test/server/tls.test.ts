import { execFile } from 'node:child_process';
import type { RequestListener } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BitbucketServerOptions, TlsOptions } from 'bitbucket-sdk/server';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../http-server.ts';
import { describeWithOpenssl, listenTls, makeCertificates } from './certificates.ts';
import { client, projectRepo } from './server-kit.ts';

const connect = (origin: string, tls: TlsOptions, more: Partial<BitbucketServerOptions> = {}) => {
  const bitbucket = client({ origin }, { tls, ...more });
  onTestFinished(() => bitbucket.close());
  return bitbucket;
};

/** Answers with what the server was told: the subject of the client's certificate, the credential, the body. */
const tell: RequestListener = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { CN } = (request.socket as TLSSocket).getPeerCertificate().subject ?? {};
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      certificate: CN ?? null,
      authorization: request.headers.authorization ?? null,
      type: request.headers['content-type'],
      body: Buffer.concat(chunks).toString(),
    }),
  );
};

describeWithOpenssl('TLS settings of a client', () => {
  const ours = makeCertificates('ours');
  const others = makeCertificates('others');
  const known = { certificate: null, authorization: 'Bearer t' };

  test.each<[string, TlsOptions]>([
    ['as text', { ca: ours.ca }],
    ['as bytes', { ca: new TextEncoder().encode(ours.ca) }],
    ['among several', { ca: [others.ca, ours.ca] }],
  ])('a private CA, %s, is trusted', async (_, tls) => {
    const origin = await listenTls(ours.server, tell);
    await expect(connect(origin, tls).getRepo('ACME/api')).resolves.toMatchObject(known);
  });

  test.each<[string, TlsOptions]>([
    ['another CA', { ca: others.ca }],
    ['no CA', {}],
    ['verification asked for', { verify: true }],
  ])('with %s the server is refused, and is told nothing', async (_, tls) => {
    let calls = 0;
    const origin = await listenTls(ours.server, () => {
      calls += 1;
    });
    const call = connect(origin, tls).getRepo('ACME/api');
    await expect(call).rejects.toMatchObject({ name: 'TransportError', code: 'network' });
    await expect(call).rejects.toThrow(/SELF_SIGNED_CERT|UNABLE_TO_/);
    expect(calls).toBe(0);
  });

  test('without verification any certificate will do, for this client alone', async () => {
    const origin = await listenTls(ours.server, tell);
    await expect(connect(origin, { verify: false }).getRepo('ACME/api')).resolves.toMatchObject(known);
    const plain = client({ origin }).getRepo('ACME/api');
    await expect(plain).rejects.toMatchObject({ code: 'network' });
    await expect(connect(origin, {}).getRepo('ACME/api')).rejects.toMatchObject({ code: 'network' });
    expect(process.env['NODE_TLS_REJECT_UNAUTHORIZED']).toBeUndefined();
  });

  test('a certificate of its own is shown to a server that asks for one', async () => {
    const origin = await listenTls({ ...ours.server, ca: ours.ca, requestCert: true }, tell);
    const withCertificate = connect(origin, { ca: ours.ca, ...ours.client });
    await expect(withCertificate.getRepo('ACME/api')).resolves.toMatchObject({ certificate: 'client' });
    await expect(connect(origin, { ca: ours.ca }).getRepo('ACME/api')).rejects.toMatchObject({
      code: 'network',
    });
  });

  test('a redirect to another origin is shown no certificate, and its own is verified', async () => {
    const asks = { ca: [ours.ca, others.ca], requestCert: true, rejectUnauthorized: false };
    const elsewhere = await listenTls({ ...ours.server, ...asks }, tell);
    const unknown = await listenTls({ ...others.server, ...asks }, tell);
    let target = elsewhere;
    const origin = await listenTls({ ...ours.server, ...asks }, (_, response) => {
      response.writeHead(302, { location: `${target}/stored` }).end();
    });
    const bitbucket = connect(origin, { ca: ours.ca, ...ours.client, verify: false });
    await expect(bitbucket.getRepo('ACME/api')).resolves.toMatchObject({
      certificate: null,
      authorization: null,
    });
    target = unknown;
    await expect(bitbucket.getRepo('ACME/api')).rejects.toMatchObject({ code: 'network' });
  });

  test('bodies of each kind arrive whole: JSON, bytes, a form, a multipart form, a stream', async () => {
    const origin = await listenTls(ours.server, tell);
    const bitbucket = connect(origin, { ca: ours.ca });
    const path = { projectKey: 'ACME', repositorySlug: 'api', path: 'a.txt' };
    const put = (body: unknown) =>
      bitbucket.request('PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}', {
        path,
        body: body as FormData,
      });
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('part 1, '));
        controller.enqueue(new TextEncoder().encode('part 2'));
        controller.close();
      },
    });
    const form = new FormData();
    form.set('content', new Blob(['grüße']), 'a.txt');
    form.set('branch', 'main');
    await expect(put({ a: 'ü' })).resolves.toMatchObject({ body: '{"a":"ü"}', type: 'application/json' });
    await expect(put(new TextEncoder().encode('bytes'))).resolves.toMatchObject({ body: 'bytes' });
    await expect(put(new URLSearchParams({ a: '1 2' }))).resolves.toMatchObject({
      body: 'a=1+2',
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
    });
    await expect(put(stream)).resolves.toMatchObject({ body: 'part 1, part 2' });
    const multipart: Record<string, unknown> = { ...(await put(form)) };
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(String(multipart['type']))?.[1];
    expect(boundary).toBeDefined();
    expect(multipart['body']).toContain(`--${boundary}--`);
    expect(multipart['body']).toContain('grüße');
  });

  test('errors, 204 and time limits are those of any client', async () => {
    const origin = await listenTls(ours.server, ({ method, url }, response) => {
      if (method === 'DELETE') response.writeHead(204).end();
      else if (url?.endsWith('/silent') === false)
        response.writeHead(404).end('{"errors":[{"message":"No"}]}');
    });
    const bitbucket = connect(origin, { ca: ours.ca }, { timeout: 300 });
    await expect(bitbucket.deleteHook('ACME/api', 1)).resolves.toBeUndefined();
    await expect(bitbucket.getRepo('ACME/api')).rejects.toMatchObject({ status: 404 });
    await expect(bitbucket.getRepo('ACME/silent')).rejects.toMatchObject({ code: 'timeout' });
  });

  test('close ends the connections; it may be called twice, and before any call', async () => {
    let open = 0;
    const origin = await listenTls(ours.server, (request, response) => {
      open += 1;
      request.socket.once('close', () => {
        open -= 1;
      });
      tell(request, response);
    });
    const bitbucket = connect(origin, { ca: ours.ca });
    await bitbucket.getRepo('ACME/api');
    expect(open).toBe(1);
    await bitbucket.close();
    await bitbucket.close();
    await expect.poll(() => open).toBe(0);
    await expect(bitbucket.getRepo('ACME/api')).rejects.toMatchObject({ code: 'invalid_option' });
    await connect(origin, { ca: ours.ca }).close();
  });

  test.each<[string, object]>([
    ['tls.ca', { ca: '/etc/ssl/ca.pem' }],
    ['tls.ca', { ca: [] }],
    ['tls.ca', { ca: 5 }],
    ['tls.key', { cert: ours.client.cert }],
    ['tls.cert', { key: ours.client.key }],
    ['tls.verify', { verify: 'no' }],
    ['rejectUnauthorized', { rejectUnauthorized: false }],
  ])('%s that cannot work is named', (option, tls) => {
    expect(() => client({ origin: 'https://git.example.com' }, { tls })).toThrow(
      expect.objectContaining({ code: 'invalid_option', option }),
    );
  });

  test('a key that does not fit its certificate fails the call, and tells nothing of it', async () => {
    const origin = await listenTls(ours.server, tell);
    const mixed = connect(origin, { ca: ours.ca, cert: ours.client.cert, key: others.client.key });
    const error = await mixed.getRepo('ACME/api').catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: 'TransportError', code: 'network' });
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('PRIVATE KEY');
  });
});

test('tls and a fetch of the host exclude each other', () => {
  expect(() => client({ origin: 'https://git.example.com' }, { tls: {}, fetch: globalThis.fetch })).toThrow(
    expect.objectContaining({ code: 'invalid_option', option: 'tls' }),
  );
});

test('a fetch of the host is what calls go through, a proxy say', async () => {
  const server = await startServer(() => ({ body: { id: 7 } }));
  const proxied: string[] = [];
  const fetch = (url: string, init: RequestInit) => {
    proxied.push(`${init.method} ${url}`);
    return globalThis.fetch(url.replace('https://git.example.com', server.origin), init);
  };
  const bitbucket = client({ origin: 'https://git.example.com' }, { fetch });
  await expect(bitbucket.getRepo('ACME/api')).resolves.toEqual({ id: 7 });
  expect(proxied).toEqual([`GET https://git.example.com${projectRepo}`]);
  await bitbucket.close();
});

test('without undici installed, tls names the package to install, and everything else works', async () => {
  const server = await startServer(() => ({ body: { id: 7 } }));
  const door = (name: string) => fileURLToPath(new URL(`../../src/${name}/index.ts`, import.meta.url));
  const script = `
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        if (name !== 'undici') return next(name, context);
        throw Object.assign(new Error('Cannot find package undici'), { code: 'ERR_MODULE_NOT_FOUND' });
      },
    });
    const { BitbucketServer } = await import(${JSON.stringify(door('server'))});
    const auth = { authorize: async (request) => request };
    const get = (options) =>
      new BitbucketServer({ baseUrl: ${JSON.stringify(server.origin)}, auth, ...options }).getRepo('ACME/api');
    const { name, option, message } = await get({ tls: { verify: false } }).catch((error) => error);
    console.log(JSON.stringify({ name, option, message, plain: await get({}) }));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  const { message, ...rest } = JSON.parse(stdout) as { message: string };
  expect(rest).toEqual({ name: 'ConfigError', option: 'tls', plain: { id: 7 } });
  expect(message).toContain('npm install undici@^7');
  expect(server.requests).toHaveLength(1);
});
