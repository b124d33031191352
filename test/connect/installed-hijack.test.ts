import { signConnectJwt } from 'bitbucket-sdk/auth';
import type { InstalledBody } from 'bitbucket-sdk/connect';
import { connectRequest, sampleInstalledBody } from 'bitbucket-sdk/testing';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { installedSchema } from '../../src/connect/installed-body.ts';
import {
  appKey,
  baseUrl,
  clientKey,
  installedWorld,
  otherUuid,
  sharedSecret,
  signer,
  uuid,
} from './world.ts';

type Bytes = string | Uint8Array<ArrayBuffer>;

const newSecret = 'renewed-secret-of-the-same-installation';
const stranger = { clientKey: 'connection:2', sharedSecret: 'secret-of-a-stranger' };

/** A world in which Acme is installed, and a stranger on an account of its own. */
async function acmeInstalled(options: Parameters<typeof installedWorld>[0] = {}) {
  const secrets = new Map([
    [clientKey, sharedSecret],
    [stranger.clientKey, stranger.sharedSecret],
  ]);
  const world = installedWorld({ secrets, ...options });
  await world.install();
  await world.install({ ...stranger, principal: { ...sampleInstalledBody().principal, uuid: otherUuid } });
  world.calls.length = 0;
  world.log.lines.length = 0;
  const secretNow = async () => (await world.store.findByClientKey(clientKey))?.sharedSecret;
  return { ...world, secretNow };
}

describe('a re-install', () => {
  test('S0-05 signed with the stored secret replaces it, without a call to Bitbucket', async () => {
    const { install, secretNow, calls } = await acmeInstalled();
    expect((await install({ sharedSecret: newSecret }, signer)).status).toBe(200);
    expect(await secretNow()).toBe(newSecret);
    expect(calls).toEqual([]);
  });

  test('S0-05 after an uninstall needs the signature all the same, and installs again', async () => {
    const { install, store, secretNow } = await acmeInstalled();
    const row = await store.findByClientKey(clientKey);
    if (row === undefined) throw new Error('not stored');
    await store.save([
      { installation: { ...row, uninstalledAt: 5, version: 'gone' }, replaces: row.version },
    ]);
    expect((await install({ sharedSecret: newSecret })).status).toBe(401);
    expect(await secretNow()).toBe(sharedSecret);
    expect((await install({ sharedSecret: newSecret }, signer)).status).toBe(200);
    expect(await store.findByClientKey(clientKey)).not.toHaveProperty('uninstalledAt');
  });

  test.each([
    ['no JWT', undefined, 'jwt_missing'],
    ['the new secret', { clientKey, sharedSecret: newSecret }, 'jwt_signature'],
    ['the secret of another tenant', { clientKey, sharedSecret: stranger.sharedSecret }, 'jwt_signature'],
    ['an unknown issuer', { clientKey: 'connection:3', sharedSecret: newSecret }, 'jwt_unknown_issuer'],
  ])('S0-05 with %s is 401 and changes nothing', async (_, signedBy, code) => {
    const { install, secretNow, log, calls } = await acmeInstalled();
    const response = await install({ sharedSecret: newSecret }, signedBy);
    expect([response.status, await response.text()]).toEqual([401, '{"error":"unauthorized"}']);
    expect(await secretNow()).toBe(sharedSecret);
    expect(log.codes()).toEqual([code]);
    expect(calls).toEqual([]);
  });

  test('S0-05 with the very same body, unsigned, is 401: a repetition proves nothing', async () => {
    const { install } = await acmeInstalled();
    expect((await install()).status).toBe(401);
  });

  test('S0-05 signed by another tenant is 403 and changes nothing', async () => {
    const { install, secretNow, log } = await acmeInstalled();
    expect((await install({ sharedSecret: newSecret }, stranger)).status).toBe(403);
    expect(await secretNow()).toBe(sharedSecret);
    expect(log.codes()).toEqual(['wrong_tenant']);
  });

  test('S0-05 signed with the secret of the account’s own older installation is 403', async () => {
    const secrets = new Map([
      [clientKey, sharedSecret],
      ['connection:3', 'third-secret'],
    ]);
    const { install, store } = await acmeInstalled({ secrets });
    await install({ clientKey: 'connection:3', sharedSecret: 'third-secret' });
    const response = await install({ clientKey: 'connection:3', sharedSecret: newSecret }, signer);
    expect(response.status).toBe(403);
    expect(await store.findByClientKey('connection:3')).toMatchObject({ sharedSecret: 'third-secret' });
  });

  test('cannot move an installation to the account of somebody else', async () => {
    const { install, store, log } = await acmeInstalled();
    // The stranger knows the secret of its own installation, and names Acme's account in the body.
    expect(
      (await install({ ...stranger, principal: sampleInstalledBody().principal }, stranger)).status,
    ).toBe(403);
    expect(log.codes()).toEqual(['wrong_tenant']);
    expect(await store.findByPrincipal(uuid)).toHaveLength(1);
    expect(await store.findByClientKey(clientKey)).not.toHaveProperty('supersededBy');
  });

  test('with a JWT of another endpoint, method, query or of the past is 401', async () => {
    const { endpoint, now, secretNow, log } = await acmeInstalled();
    const uninstall = await connectRequest({ kind: 'uninstalled', baseUrl, now, signedBy: signer });
    const body = JSON.stringify(sampleInstalledBody({ sharedSecret: newSecret }));
    const post = (url: string, headers: Headers) =>
      endpoint(new Request(url, { method: 'POST', headers, body }));
    expect((await post(`${baseUrl}/installed`, uninstall.headers)).status).toBe(401);
    const { headers } = await connectRequest({ kind: 'installed', baseUrl, now, signedBy: signer });
    expect((await post(`${baseUrl}/installed?x=1`, headers)).status).toBe(401);
    const unbound = await signConnectJwt({ iss: clientKey, exp: now.time / 1000 + 300 }, sharedSecret);
    const loose = new Headers({ authorization: `JWT ${unbound}` });
    expect((await post(`${baseUrl}/installed`, loose)).status).toBe(401);
    now.time += 331_000;
    expect((await post(`${baseUrl}/installed`, headers)).status).toBe(401);
    expect(log.codes()).toEqual(['qsh_mismatch', 'qsh_mismatch', 'qsh_missing', 'jwt_expired']);
    expect(await secretNow()).toBe(sharedSecret);
  });

  test.each([
    ['baseUrl', { baseUrl }],
    ['basePath', { baseUrl: undefined, basePath: '/bitbucket' }],
  ])('is bound to the path below the app’s, given as %s', async (_, mount) => {
    const { install } = await acmeInstalled(mount);
    expect((await install({ sharedSecret: newSecret }, signer)).status).toBe(200);
  });

  test('holds behind a proxy that cuts the app’s path off', async () => {
    const { endpoint, now } = await acmeInstalled();
    const signed = await connectRequest({
      ...{ kind: 'installed', baseUrl, now, signedBy: signer },
      body: { sharedSecret: newSecret },
    });
    const inner = new Request('http://10.0.0.7:3000/installed', signed);
    expect((await endpoint(inner)).status).toBe(200);
  });
});

describe('a body that does not fit', () => {
  const post = async (body: Bytes, headers: Record<string, string> = {}) => {
    const world = installedWorld({ bodyLimit: 4096 });
    const response = await world.endpoint(
      new Request(`${baseUrl}/installed`, { method: 'POST', headers, body }),
    );
    return { status: response.status, text: await response.text(), ...world };
  };

  test.each([
    ['of another app', { key: 'another-app' }],
    ['without key', { key: undefined }],
    ['of another event', { eventType: 'uninstalled' }],
    ['without event', { eventType: undefined }],
    ['with a number for a secret', { sharedSecret: 12345678 }],
    ['with an empty secret', { sharedSecret: '' }],
    ['without secret', { sharedSecret: undefined }],
    ['with a list for a clientKey', { clientKey: ['connection:1'] }],
    ['with an empty clientKey', { clientKey: '' }],
    ['with a NUL in its clientKey', { clientKey: 'connection:\u0000' }],
    ['with an attacker’s API', { baseApiUrl: 'https://api.bitbucket.org.evil.example' }],
    ['with an API behind user information', { baseApiUrl: 'https://api.bitbucket.org@evil.example' }],
    ['with credentials in its API', { baseApiUrl: 'https://me:you@api.bitbucket.org' }],
    ['with the API by http', { baseApiUrl: 'http://api.bitbucket.org' }],
    ['with the API on another port', { baseApiUrl: 'https://api.bitbucket.org:8443' }],
    ['with a metadata address for an API', { baseApiUrl: 'http://169.254.169.254' }],
    ['without API', { baseApiUrl: undefined }],
    ['with a script for a site', { baseUrl: 'javascript:alert(1)' }],
    ['without principal', { principal: undefined }],
    ['with a text for a principal', { principal: uuid }],
  ])('%s is 400, with no call and nothing of it echoed', async (_, fields) => {
    const body = { ...sampleInstalledBody(), ...fields };
    const { status, text, calls, store, log } = await post(JSON.stringify(body));
    expect([status, text]).toEqual([400, '{"error":"payload_invalid"}']);
    expect(calls).toEqual([]);
    expect(await store.findByPrincipal(uuid)).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toMatch(/evil|169\.254|another-app|12345678/);
  });

  test.each<[Bytes]>([
    ['not json'],
    ['[]'],
    ['"text"'],
    ['null'],
    [''],
    [new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('%j is 400', async (body) => {
    const { status, calls, log } = await post(body);
    expect([status, calls]).toEqual([400, []]);
    expect(log.codes()).toEqual(['payload_invalid']);
  });

  test('over the limit is 413, compressed 415, not posted 405', async () => {
    const long = JSON.stringify(sampleInstalledBody({ description: 'x'.repeat(5000) }));
    expect(await post(long)).toMatchObject({ status: 413, text: '{"error":"body_too_large"}' });
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    const { endpoint } = installedWorld();
    const got = await endpoint(new Request(`${baseUrl}/installed`));
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a body of 64 KiB and more is 413 unless the limit says otherwise', async () => {
    const { install } = installedWorld();
    expect((await install({ description: 'x'.repeat(64 * 1024) })).status).toBe(413);
    expect(
      (await installedWorld({ bodyLimit: 200_000 }).install({ description: 'x'.repeat(64 * 1024) })).status,
    ).toBe(200);
  });

  test('fields that are new, missing where they may be, or null are let through', async () => {
    const { install, store } = installedWorld();
    const principal = { uuid, type: 'team', username: null, display_name: null, links: { avatar: 7 } };
    expect((await install({ key: appKey, publicKey: null, principal, brandNew: { x: 1 } })).status).toBe(200);
    const row = await store.findByClientKey(clientKey);
    expect(row?.principal).toEqual({ uuid, type: 'team', displayName: uuid });
    expect(row).not.toHaveProperty('publicKey');
  });

  test('bytes that are no UTF-8 are 400, never stored as something else', async () => {
    const body = Buffer.from(JSON.stringify(sampleInstalledBody({ brandNew: 'x' })), 'latin1');
    body[body.indexOf('Acme')] = 0xff;
    expect((await post(new Uint8Array(body))).status).toBe(400);
  });

  test('its type and its schema are the same', () => {
    expectTypeOf<z.infer<typeof installedSchema>>().toEqualTypeOf<InstalledBody>();
  });
});
