import { memoryStore } from 'bitbucket-sdk';
import type { BitbucketAppOptions } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { organizationId } from './app-world.ts';
import { createCloudWorld, grant, integrationOf, makeBranch } from './cloud-emulated-world.ts';
import {
  accesses,
  acme,
  connectByGrant,
  createBrowser,
  createCloudSetupWorld,
  rival,
  tokenOf,
} from './cloud-setup-world.ts';

const canary = 'CANARY-7f3a';
const ignore = (): void => {};
const fail = (): never => {
  throw new Error(canary);
};

/** A store that tells which tokens it has. */
function watchedStore() {
  const store = memoryStore();
  const keys = new Set<string>();
  const tokens: typeof store.tokens = {
    ...store.tokens,
    put: (key, token, options) => {
      keys.add(key);
      return store.tokens.put(key, token, options);
    },
    forget: (key) => {
      keys.delete(key);
      return store.tokens.forget(key);
    },
  };
  return { keys, store: { ...store, tokens } };
}

describe('a grant whose integration stands', () => {
  test.each<[string, Partial<BitbucketAppOptions>]>([
    ['afterSetup', { afterSetup: fail }],
    ['the log', { logger: { debug: ignore, info: fail, warn: ignore, error: ignore } }],
  ])('is kept where %s fails, of one workspace and of several', async (_, options) => {
    for (const workspaces of [[acme], [acme, rival]]) {
      const { keys, store } = watchedStore();
      const world = createCloudSetupWorld({ store, ...options });
      world.answers['GET /user/workspaces'] = accesses(...workspaces);
      const browser = createBrowser(world);
      const shown = await connectByGrant(browser);
      if (workspaces.length > 1) await browser.choose({ ...shown.fields, workspace: acme.uuid });
      const [record] = await world.stored();
      expect([...keys]).toEqual([record?.credentials?.['tokenKey']]);
    }
  });

  test('is told to its person, and the failure to the log without a word of the host’s', async () => {
    const world = createCloudSetupWorld({ afterSetup: fail });
    const shown = await connectByGrant(createBrowser(world));
    expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('is connected')]);
    expect(world.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(JSON.stringify(world.log.lines)).not.toContain(canary);
  });
});

describe('two set-ups of one organization at the same time', () => {
  test.each(['the first', 'another'])('that are %s leave one row, and one grant', async (which) => {
    const { keys, store } = watchedStore();
    const world = createCloudSetupWorld({ store });
    if (which === 'another') await connectByGrant(createBrowser(world));
    let number = 1;
    world.answers['POST /site/oauth2/access_token'] = () => {
      number += 1;
      return tokenOf(String(number));
    };
    const shown = await Promise.all([1, 2].map(() => connectByGrant(createBrowser(world))));
    expect(shown.map(({ status }) => status)).toEqual([200, 200]);
    await world.app.close();
    const [record, ...more] = await world.stored();
    expect(more).toEqual([]);
    expect([...keys]).toEqual([record?.credentials?.['tokenKey']]);
  });

  test('leave every hook signed with the secret that stands, whichever was faster at it', async () => {
    const world = await createCloudWorld();
    await grant(world);
    await world.app.linkRepository(await integrationOf(world), 'acme/api');
    const slow = Promise.withResolvers<void>();
    let held = false;
    world.bitbucket = async (request) => {
      if (!held && request.method === 'PUT') {
        held = true;
        await slow.promise;
      }
      return world.emulator.fetch(request);
    };
    await grant(world);
    await expect.poll(() => held).toBe(true);
    await grant(world);
    await expect.poll(async () => (await integrationOf(world)).record.webhookSecrets.length).toBe(1);
    slow.resolve();
    await expect
      .poll(() => world.calls.filter((call) => call.startsWith('PUT')).length)
      .toBeGreaterThanOrEqual(3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await makeBranch(world, 'acme/api', 'topic');
    expect(world.emulator.deliveries).toMatchObject([{ outcome: 'delivered' }]);
    expect(world.received).toMatchObject([{ organizationId }]);
  });
});

describe('what a log says of connected workspaces', () => {
  test('is the credential, and what it took the place of', async () => {
    const world = createCloudSetupWorld();
    await connectByGrant(createBrowser(world));
    const credential = { type: 'accessToken', token: 'TOKEN-7f3a' } as const;
    const { record } = await world.app.connectWorkspace({ organizationId, target: 'acme', credential });
    const integrationId = record.id;
    expect(
      world.log.lines.filter(({ message }) => message === 'bitbucket workspace connected'),
    ).toMatchObject([
      { fields: { organizationId, integrationId, credential: 'oauth2', instead: undefined } },
      { fields: { organizationId, integrationId, credential: 'accessToken', instead: 'oauth2' } },
    ]);
    expect(JSON.stringify(world.log.lines)).not.toContain('TOKEN-7f3a');
  });
});
