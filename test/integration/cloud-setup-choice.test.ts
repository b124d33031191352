import { describe, expect, test } from 'vitest';
import {
  accesses,
  acme,
  baseUrl,
  connectByGrant,
  createBrowser,
  createCloudSetupWorld,
  problem,
  rival,
} from './cloud-setup-world.ts';

const canary = 'CANARY-7f3a';
const minutes = 60 * 1000;

describe('a choice of several workspaces', () => {
  const severalWorld = async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /user/workspaces'] = accesses(acme, rival);
    const browser = createBrowser(world);
    const shown = await connectByGrant(browser);
    const key = JSON.parse(Buffer.from(shown.fields['state']?.split('.')[0] ?? '', 'base64url').toString())
      .data.tokenKey as string;
    return { world, browser, shown, key };
  };

  test('lists them, keeps the grant meanwhile, and takes the one that was chosen', async () => {
    const { world, browser, shown, key } = await severalWorld();
    expect(shown.status).toBe(200);
    expect(shown.html).toContain(`action="${baseUrl}/cloud/setup/workspace"`);
    expect(shown.html).toContain(`value="${acme.uuid}"`);
    expect(shown.html).toContain('Rival &#38; Sons');
    expect(shown.html).not.toMatch(/ACCESS|REFRESH/);
    expect([...browser.cookies.values()].join()).not.toMatch(/ACCESS|REFRESH/);
    expect(await world.stored()).toEqual([]);
    expect(await world.store.tokens.read(key)).toMatchObject({ refreshToken: 'REFRESH-1' });

    const done = await browser.choose({ ...shown.fields, workspace: rival.uuid });
    expect(done.status).toBe(200);
    expect(await world.stored()).toMatchObject([
      { externalId: rival.uuid, name: 'rival', credentials: { type: 'oauth2', tokenKey: key } },
    ]);
    expect(world.lines().filter((line) => line === 'GET /user/workspaces')).toHaveLength(2);
    // What was kept for a while only is kept for good now.
    world.clock.move(24 * 60 * minutes);
    await world.store.tokens.put('another', { accessToken: 'a', expiresAt: 0, scopes: [] });
    expect(await world.store.tokens.read(key)).toMatchObject({ refreshToken: 'REFRESH-1' });
  });

  test('reads all pages of them, each once', async () => {
    const world = createCloudSetupWorld();
    const next = 'https://api.bitbucket.org/2.0/user/workspaces?page=2';
    world.answers['GET /user/workspaces'] = ({ url }: { url: URL }) =>
      url.searchParams.get('page') === '2' ? accesses(acme, rival) : { ...accesses(acme), next };
    const shown = await connectByGrant(createBrowser(world));
    expect(shown.html.match(/type="radio"/g)).toHaveLength(2);
  });

  test.each([
    ['of somebody else', '{ffffffff-7d4b-4f0e-9d3a-2b6c8e0f1a35}'],
    ['that is named by its slug', 'acme'],
    ['that is nonsense', `"><script>${canary}`],
  ])('for one %s is refused, and the grant is forgotten', async (_, workspace) => {
    const { world, browser, shown, key } = await severalWorld();
    const refused = await browser.choose({ ...shown.fields, workspace });
    expect(refused.status).toBe(403);
    expect(refused.html).not.toContain(canary);
    expect(await world.stored()).toEqual([]);
    expect(await world.store.tokens.read(key)).toBeUndefined();
  });

  test('for one that the grant sees no more is refused', async () => {
    const { world, browser, shown } = await severalWorld();
    world.answers['GET /user/workspaces'] = accesses(acme);
    expect((await browser.choose({ ...shown.fields, workspace: rival.uuid })).status).toBe(403);
    expect(await world.stored()).toEqual([]);
  });

  test('for none is asked again', async () => {
    const { world, browser, shown } = await severalWorld();
    const again = await browser.choose(shown.fields);
    expect(again.status).toBe(400);
    expect(again.html).toContain('Choose a workspace.');
    expect((await browser.choose({ ...again.fields, workspace: acme.uuid })).status).toBe(200);
    expect(await world.stored()).toHaveLength(1);
  });

  test('holds once, in the browser, session and organization that it was shown to', async () => {
    const { world, browser, shown } = await severalWorld();
    const cookies = new Map(browser.cookies);
    const fields = { ...shown.fields, workspace: acme.uuid };
    const before = world.asked.length;
    expect((await createBrowser(world).choose(fields)).status).toBe(403);
    const mallory = createBrowser(world, 'mallory');
    for (const [name, value] of cookies) if (name !== 'host') mallory.cookies.set(name, value);
    expect((await mallory.choose(fields)).status).toBe(403);
    expect((await mallory.choose({ ...fields, organization: 'org-2' })).status).toBe(403);
    expect((await browser.choose({ ...fields, organization: 'org-2' })).status).toBe(403);
    expect((await browser.choose({ ...fields, state: '' })).status).toBe(403);
    expect(world.asked).toHaveLength(before);
    expect((await browser.choose(fields)).status).toBe(200);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await browser.choose(fields)).status).toBe(403);
  });

  test('that is given up leaves nothing after its time', async () => {
    const { world, browser, shown, key } = await severalWorld();
    world.clock.move(16 * minutes);
    expect((await browser.choose({ ...shown.fields, workspace: acme.uuid })).status).toBe(403);
    expect(await world.stored()).toEqual([]);
    await connectByGrant(createBrowser(world));
    expect(await world.store.tokens.read(key)).toBeUndefined();
  });

  test('that Bitbucket fails at is a page, and the grant is forgotten', async () => {
    const { world, browser, shown, key } = await severalWorld();
    world.answers['GET /user/workspaces'] = problem(503, canary);
    const failed = await browser.choose({ ...shown.fields, workspace: acme.uuid });
    expect(failed.status).toBe(422);
    expect(failed.html).toContain('not available');
    expect(await world.store.tokens.read(key)).toBeUndefined();
  });
});
