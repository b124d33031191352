import { createUninstalledEndpoint, type UninstalledEndpointOptions } from 'bitbucket-sdk/connect';
import { type ConnectSigner, connectRequest, sampleInstalledBody } from 'bitbucket-sdk/testing';
import { describe, expect, test, vi } from 'vitest';
import { memoryInstallations } from '../../src/stores/memory/installations.ts';
import {
  baseUrl,
  clientKey,
  installedWorld,
  otherUuid,
  readableLog,
  sharedSecret,
  signer,
  uuid,
} from './world.ts';

const stranger = { clientKey: 'connection:2', sharedSecret: 'secret-of-a-stranger' };

async function uninstalledWorld(options: Partial<UninstalledEndpointOptions> = {}) {
  const secrets = new Map([
    [clientKey, sharedSecret],
    [stranger.clientKey, stranger.sharedSecret],
    ['connection:3', 'third-secret'],
  ]);
  const installed = installedWorld({ secrets });
  const { store, now } = installed;
  await installed.install();
  await installed.install({
    ...stranger,
    principal: { ...sampleInstalledBody().principal, uuid: otherUuid },
  });
  const log = readableLog();
  const onUninstalled = vi.fn();
  const endpoint = createUninstalledEndpoint({
    store,
    baseUrl,
    now,
    logger: log.logger,
    onUninstalled,
    ...options,
  });
  const uninstall = async (signedBy?: ConnectSigner, body?: Record<string, unknown>) =>
    endpoint(await connectRequest({ kind: 'uninstalled', baseUrl, now, signedBy, body }));
  return { ...installed, log, onUninstalled, endpoint, uninstall };
}

describe('an uninstall', () => {
  test('S1-09 with a valid JWT marks the installation, keeps its row and tells the host', async () => {
    const { uninstall, store, now, onUninstalled } = await uninstalledWorld();
    now.time += 1000;
    const response = await uninstall(signer);
    expect([response.status, await response.text()]).toEqual([200, '{"status":"ok"}']);
    const row = await store.findByClientKey(clientKey);
    expect(row).toMatchObject({ sharedSecret, uninstalledAt: now.time, updatedAt: now.time });
    expect(onUninstalled.mock.calls).toEqual([[row]]);
    expect(await store.findByClientKey(stranger.clientKey)).not.toHaveProperty('uninstalledAt');
  });

  test('S1-09 made again is 200 again, the row stays, and the host may disable once more', async () => {
    const { uninstall, store, now, onUninstalled } = await uninstalledWorld();
    await uninstall(signer);
    const row = await store.findByClientKey(clientKey);
    now.time += 1000;
    expect((await uninstall(signer)).status).toBe(200);
    expect(await store.findByClientKey(clientKey)).toEqual(row);
    expect(onUninstalled).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['no JWT', undefined, 'jwt_missing'],
    ['another secret', { clientKey, sharedSecret: stranger.sharedSecret }, 'jwt_signature'],
    ['an issuer that never was', { clientKey: 'connection:9', sharedSecret }, 'jwt_unknown_issuer'],
  ])('S1-09 with %s is 401 and changes nothing', async (_, signedBy, code) => {
    const { uninstall, store, onUninstalled, log } = await uninstalledWorld();
    const response = await uninstall(signedBy);
    expect([response.status, await response.text()]).toEqual([401, '{"error":"unauthorized"}']);
    expect(await store.findByClientKey(clientKey)).not.toHaveProperty('uninstalledAt');
    expect(onUninstalled).not.toHaveBeenCalled();
    expect(log.codes()).toEqual([code]);
  });

  test('S1-09 with a JWT of another request, or of the past, is 401', async () => {
    const { endpoint, now, store, log } = await uninstalledWorld();
    const { headers } = await connectRequest({ kind: 'installed', baseUrl, now, signedBy: signer });
    expect((await endpoint(new Request(`${baseUrl}/uninstalled`, { method: 'POST', headers }))).status).toBe(
      401,
    );
    const old = await connectRequest({ kind: 'uninstalled', baseUrl, now, signedBy: signer });
    now.time += 331_000;
    expect((await endpoint(old)).status).toBe(401);
    expect(log.codes()).toEqual(['qsh_mismatch', 'jwt_expired']);
    expect(await store.findByClientKey(clientKey)).not.toHaveProperty('uninstalledAt');
  });

  test('of another tenant is 403: neither is touched', async () => {
    const { uninstall, store, onUninstalled } = await uninstalledWorld();
    expect((await uninstall(stranger, { clientKey })).status).toBe(403);
    for (const key of [clientKey, stranger.clientKey]) {
      expect(await store.findByClientKey(key)).not.toHaveProperty('uninstalledAt');
    }
    expect(onUninstalled).not.toHaveBeenCalled();
  });

  test('needs no body, but one that comes must be an object in JSON', async () => {
    const { endpoint, now } = await uninstalledWorld();
    const post = async (body: string) => {
      const { headers } = await connectRequest({ kind: 'uninstalled', baseUrl, now, signedBy: signer });
      return (await endpoint(new Request(`${baseUrl}/uninstalled`, { method: 'POST', headers, body })))
        .status;
    };
    expect(await post('nonsense')).toBe(400);
    expect(await post('[]')).toBe(400);
    expect(await post(JSON.stringify({ x: 'x'.repeat(70_000) }))).toBe(413);
    expect(await post('')).toBe(200);
  });

  test('of an installation that a newer one took over from disables nothing', async () => {
    const { install, uninstall, onUninstalled, store } = await uninstalledWorld();
    await install({ clientKey: 'connection:3', sharedSecret: 'third-secret' });
    expect((await uninstall(signer)).status).toBe(200);
    expect(onUninstalled).not.toHaveBeenCalled();
    expect((await store.findByPrincipal(uuid)).map(({ clientKey }) => clientKey)).toContain('connection:3');
    expect(await store.findByClientKey('connection:3')).not.toHaveProperty('uninstalledAt');
  });

  test('is 503 when the host fails, and made again calls it again', async () => {
    const onUninstalled = vi.fn().mockRejectedValueOnce(new Error('down'));
    const { uninstall, log } = await uninstalledWorld({ onUninstalled });
    expect((await uninstall(signer)).status).toBe(503);
    expect(log.codes()).toEqual(['host_failed']);
    expect((await uninstall(signer)).status).toBe(200);
    expect(onUninstalled).toHaveBeenCalledTimes(2);
  });

  test('is 503 when the store fails', async () => {
    const { store } = await uninstalledWorld();
    for (const broken of [
      { ...store, findByClientKey: () => Promise.reject(new Error('down')) },
      { ...store, save: () => Promise.reject(new Error('down')) },
    ]) {
      const { uninstall, onUninstalled, log } = await uninstalledWorld();
      const now = Date.now;
      const endpoint = createUninstalledEndpoint({
        store: broken,
        baseUrl,
        logger: log.logger,
        onUninstalled,
      });
      expect(
        (await endpoint(await connectRequest({ kind: 'uninstalled', baseUrl, now, signedBy: signer })))
          .status,
      ).toBe(503);
      expect(log.codes()).toEqual(['store_failed']);
      expect(onUninstalled).not.toHaveBeenCalled();
      expect((await uninstall(signer)).status).toBe(200);
    }
  });

  test('that a re-install overtakes is refused: its JWT is of the secret that was', async () => {
    const inner = memoryInstallations();
    let overtake = true;
    const store = {
      ...inner,
      async save(changes: Parameters<typeof inner.save>[0]) {
        const [change] = changes;
        if (overtake && change?.installation.uninstalledAt !== undefined) {
          overtake = false;
          const { uninstalledAt: _, ...row } = change.installation;
          const again = { ...row, sharedSecret: 'renewed-secret', version: 'again' };
          await inner.save([{ installation: again, replaces: change.replaces }]);
        }
        return inner.save(changes);
      },
    };
    const { install, now } = installedWorld({ store });
    await install();
    const onUninstalled = vi.fn();
    const endpoint = createUninstalledEndpoint({ store, baseUrl, now, onUninstalled });
    expect(
      (await endpoint(await connectRequest({ kind: 'uninstalled', baseUrl, now, signedBy: signer }))).status,
    ).toBe(401);
    expect(await store.findByClientKey(clientKey)).toMatchObject({
      sharedSecret: 'renewed-secret',
      version: 'again',
    });
    expect(onUninstalled).not.toHaveBeenCalled();
  });

  test('that is not posted is 405', async () => {
    const { endpoint } = await uninstalledWorld();
    expect((await endpoint(new Request(`${baseUrl}/uninstalled`))).status).toBe(405);
  });

  test('wrong options are named when it is made', () => {
    expect(() => createUninstalledEndpoint({ store: {} as never })).toThrow(/findByClientKey/);
    expect(() => createUninstalledEndpoint({ store: memoryInstallations(), appKey: 'x' } as never)).toThrow(
      /appKey/,
    );
  });
});
