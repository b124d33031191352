import {
  createDescriptorEndpoint,
  createInstalledEndpoint,
  createInstallUrl,
  createSetupEndpoint,
  createUninstalledEndpoint,
  type InboundHandler,
  type SetupEndpointOptions,
} from 'bitbucket-sdk/connect';
import { createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { memoryInstallations } from '../../src/stores/memory/installations.ts';
import { memorySignedStates } from '../../src/stores/memory/signed-states.ts';
import { appKey, baseUrl } from './world.ts';

/** An app whose endpoints an emulated Bitbucket calls, and which asks that Bitbucket for its proofs. */
async function emulatedWorld() {
  const routes = new Map<string, InboundHandler>();
  const call = async (url: string, init: RequestInit) => {
    const endpoint = routes.get(new URL(url).pathname);
    return endpoint === undefined ? new Response(null, { status: 404 }) : endpoint(new Request(url, init));
  };
  const emulator = await createBitbucketEmulator({ workspaces: [{ slug: 'acme' }], fetch: call });
  onTestFinished(() => emulator.close());
  const [installations, states] = [memoryInstallations(), memorySignedStates()];
  const complete = vi.fn<SetupEndpointOptions['complete']>(() => '/settings');
  const authorize = () => ({ session: 's', organizationId: '1' });
  const mount = (path: string, endpoint: InboundHandler) => routes.set(`/bitbucket${path}`, endpoint);
  const fetch = (url: string, init: RequestInit) => emulator.fetch(new Request(url, init));
  const store = installations;
  mount(
    '/descriptor',
    createDescriptorEndpoint({ baseUrl, key: appKey, name: 'Example', description: 'An example' }),
  );
  mount('/installed', createInstalledEndpoint({ appKey, baseUrl, store, fetch }));
  mount('/uninstalled', createUninstalledEndpoint({ baseUrl, store }));
  mount('/setup', createSetupEndpoint({ installations, states, baseUrl, authorize, complete }));
  return { emulator, call, installations, states, complete };
}

describe('with an emulated Bitbucket at the other end', () => {
  test('a user installs by the install address, and is set up without another question', async () => {
    const { emulator, call, installations, states, complete } = await emulatedWorld();
    const url = await createInstallUrl({ baseUrl, organizationId: '1', session: 's', store: states });
    const redirect = await emulator.fetch(new Request(url));
    const response = await call(redirect.headers.get('location') ?? '', {});
    expect([response.status, response.headers.get('location')]).toEqual([303, '/settings']);
    const [[completion] = []] = complete.mock.calls;
    expect(completion).toMatchObject({
      organizationId: '1',
      installation: { principal: { username: 'acme' } },
    });
    const { clientKey = '' } = completion?.installation ?? {};
    expect(await installations.findByClientKey(clientKey)).toEqual(completion?.installation);
  });

  test('it installs, changes the secret, uninstalls and installs again', async () => {
    const { emulator, installations } = await emulatedWorld();
    const input = { descriptorUrl: `${baseUrl}/descriptor`, workspace: 'acme' };
    const { clientKey, sharedSecret } = await emulator.install(input);
    expect(await installations.findByClientKey(clientKey)).toMatchObject({ sharedSecret });
    const renewed = await emulator.install({ ...input, rotateSecret: true });
    expect(renewed.sharedSecret).not.toBe(sharedSecret);
    expect(await installations.findByClientKey(clientKey)).toMatchObject({
      sharedSecret: renewed.sharedSecret,
    });
    await emulator.uninstall(clientKey);
    expect(await installations.findByClientKey(clientKey)).toHaveProperty('uninstalledAt');
    const again = await emulator.install(input);
    const row = await installations.findByClientKey(clientKey);
    expect(row).toMatchObject({ sharedSecret: again.sharedSecret });
    expect(row).not.toHaveProperty('uninstalledAt');
  });
});
