import type { RequestListener } from 'node:http';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createGuardedConnections, type GuardedConnectionsOptions } from '../../src/http/guarded-fetch.ts';
import { publicAddresses } from '../../src/http/is-public-address.ts';
import { describeWithOpenssl, listenTls, makeCertificates } from '../server/certificates.ts';

describe('a public address', () => {
  const isPublic = publicAddresses();

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    '%s is one',
    (address) => expect(isPublic(address)).toBe(true),
  );

  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.0.9', '169.254.169.254', '168.63.129.16'],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.192',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::127.0.0.1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '2001:db8::1',
    ],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a9fe:a9fe', '64:ff9b::10.0.0.1', '64:ff9b:1::1'],
    ...['2002:7f00:1::', '2001::1', '3fff::1', 'localhost', 'example.com', ''],
  ])('%j is none', (address) => expect(isPublic(address)).toBe(false));
});

describeWithOpenssl('a fetch for servers that tenants name', () => {
  const certificates = makeCertificates('guarded-fetch');

  /** A server with a certificate that nobody trusts, and how many have connected to it. */
  async function start(answer: RequestListener = (_, response) => response.end('{"ok":true}')) {
    const seen = vi.fn();
    const origin = await listenTls(certificates.server, (request, response) => {
      seen(request.headers.authorization);
      answer(request, response);
    });
    return { origin, port: new URL(origin).port, seen };
  }

  function guarded(options: GuardedConnectionsOptions = {}) {
    const connections = createGuardedConnections(options);
    onTestFinished(() => connections.close());
    const get = (url: string, verifyTls = false) =>
      connections.fetchFor({ baseUrl: url, verifyTls })(url, { method: 'GET' });
    return { ...connections, get };
  }

  const refusal = { name: 'TransportError', code: 'forbidden_address' };

  test.each([
    ...[
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '127.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::]',
      '0.0.0.0',
    ],
    ...['169.254.169.254', '[fe80::1]', '[64:ff9b::7f00:1]', '10.0.0.1'],
  ])('does not connect to %s', async (host) => {
    const { port, seen } = await start();
    await expect(guarded().get(`https://${host}:${port}/`)).rejects.toMatchObject(refusal);
    expect(seen).not.toHaveBeenCalled();
  });

  test.each<[string, string[]]>([
    ['127.0.0.1', ['127.0.0.1']],
    ['169.254.169.254', ['169.254.169.254']],
    ['[::1]', ['::1']],
    ['a public address and a private one', ['93.184.216.34', '10.0.0.1']],
  ])('refuses a name that resolves to %s, and tells nobody what it resolves to', async (_, addresses) => {
    const { port, seen } = await start();
    const resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const error = await guarded({ resolve })
      .get(`https://git.tenant.example:${port}/`)
      .catch((reason: Error) => reason);
    expect(error).toMatchObject(refusal);
    for (const address of addresses) expect(String(error)).not.toContain(address);
    expect(seen).not.toHaveBeenCalled();
  });

  test('does not call http', async () => {
    const { get } = guarded({ allowServerAddress: () => true });
    await expect(get('http://127.0.0.1:1/')).rejects.toMatchObject(refusal);
  });

  test('asks the host, by name and address, and connects where it allows it', async () => {
    const { port, seen } = await start();
    const allowServerAddress = vi.fn(() => true);
    const { get } = guarded({ allowServerAddress });
    const response = await get(`https://localhost:${port}/`);
    await expect(response.json()).resolves.toEqual({ ok: true });
    expect(allowServerAddress).toHaveBeenCalledWith({ hostname: 'localhost', address: '127.0.0.1' });
    expect(seen).toHaveBeenCalledOnce();
  });

  test.each<[string, () => boolean]>([
    [
      'throws',
      () => {
        throw new Error('host');
      },
    ],
    ['gives what is not true', () => 'yes' as unknown as boolean],
  ])('lets nothing through where the function %s', async (_, allowServerAddress) => {
    const { origin, seen } = await start();
    await expect(guarded({ allowServerAddress }).get(origin)).rejects.toMatchObject(refusal);
    expect(seen).not.toHaveBeenCalled();
  });

  test('refuses the second answer of a DNS that changes its mind', async () => {
    const { port, seen } = await start((_, response) => {
      response.setHeader('connection', 'close');
      response.end('{}');
    });
    const answers = ['127.0.0.1', '127.0.0.2'];
    const { get } = guarded({
      resolve: async () => [{ address: answers.shift() ?? '', family: 4 }],
      allowServerAddress: ({ address }) => address === '127.0.0.1',
    });
    const url = `https://git.tenant.example:${port}/`;
    await (await get(url)).text();
    await expect(get(url)).rejects.toMatchObject(refusal);
    expect(seen).toHaveBeenCalledOnce();
  });

  test.each(['https://127.0.0.2', 'https://169.254.169.254', 'https://[::1]', 'https://localhost'])(
    'does not follow a redirect to %s',
    async (inside) => {
      const { origin, port, seen } = await start((_, response) => {
        response.writeHead(302, { location: `${inside}:${port}/latest/meta-data` });
        response.end();
      });
      const { fetchFor } = guarded({
        allowServerAddress: ({ hostname, address }) => hostname === address && address === '127.0.0.1',
      });
      const client = new BitbucketServer({
        baseUrl: origin,
        auth: accessToken('t'),
        fetch: fetchFor({ baseUrl: origin, verifyTls: false }),
      });
      await expect(client.getRepo('ACME/api')).rejects.toMatchObject(refusal);
      expect(seen).toHaveBeenCalledOnce();
    },
  );

  test('takes any certificate only of the server that it is for, and only where it is told to', async () => {
    const other = await start();
    const home = await start((_, response) => {
      response.writeHead(302, { location: `${other.origin}/` });
      response.end();
    });
    const { fetchFor, get } = guarded({ allowServerAddress: () => true });
    await expect(get(home.origin, true)).rejects.toThrow();
    expect(home.seen).not.toHaveBeenCalled();

    const fetch = fetchFor({ baseUrl: home.origin, verifyTls: false });
    expect((await fetch(home.origin, { redirect: 'manual' })).status).toBe(302);
    await expect(fetch(other.origin, {})).rejects.toThrow();
    expect(other.seen).not.toHaveBeenCalled();
  });

  test('calls nothing after it was closed, which may be said twice', async () => {
    const { origin } = await start();
    const { get, close } = guarded({ allowServerAddress: () => true });
    await (await get(origin)).text();
    await close();
    await close();
    await expect(get(origin)).rejects.toMatchObject({ code: 'invalid_option', option: 'connections' });
  });
});
