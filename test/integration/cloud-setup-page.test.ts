import { ConfigError } from 'bitbucket-sdk';
import { describe, expect, test } from 'vitest';
import {
  api,
  baseUrl,
  createBrowser,
  createCloudSetupWorld,
  organizationId,
  page,
  paste,
  problem,
} from './cloud-setup-world.ts';

import { token } from './cloud-token-kit.ts';

const canary = 'CANARY-7f3a';

describe('the page of a set-up', () => {
  test('offers Bitbucket and both kinds of token, without scripts, and is stored and framed by nobody', async () => {
    const world = createCloudSetupWorld({ organizationName: () => 'Acme <Inc>' });
    const { status, html, headers } = await createBrowser(world).open();
    expect(status).toBe(200);
    expect(html).toContain('Acme &#60;Inc&#62;');
    expect(html).toContain('Connect with Bitbucket');
    expect(
      html.match(/<form method="post" action="https:\/\/app\.example\.com\/bitbucket\/cloud\/setup"/g),
    ).toHaveLength(3);
    expect(html).not.toMatch(/<script|onclick|javascript:/i);
    expect(html).not.toMatch(/consumer-key|SECRET/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('without a consumer offers tokens alone, and cannot be asked for more', async () => {
    const world = createCloudSetupWorld({ oauth2: undefined });
    const browser = createBrowser(world);
    const { html, fields } = await browser.open();
    expect(html).not.toContain('Connect with Bitbucket');
    const asked = await browser.post({ ...fields, method: 'oauth2' });
    expect(asked.status).toBe(400);
    expect((await paste(browser)).status).toBe(200);
  });

  test('shows mistakes beside their fields in the form that was posted, and what was typed again but the token', async () => {
    const world = createCloudSetupWorld();
    const evil = `"><script>alert('${canary}')</script>`;
    const typed = { method: 'apiToken', target: evil, email: evil, token: `${canary}-token x` };
    const { status, html } = await paste(createBrowser(world), typed);
    expect(status).toBe(400);
    expect([...html.matchAll(/class="error" id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'apiToken-target-error',
      'apiToken-email-error',
      'apiToken-token-error',
    ]);
    expect(html).not.toContain('<script');
    expect(html.split('value="&#34;&#62;&#60;script&#62;')).toHaveLength(3);
    expect(html).not.toContain(`${canary}-token`);
    expect(world.asked).toEqual([]);
  });

  test.each([{ method: 'magic' }, { method: '' }])('with the method %j asks again', async (typed) => {
    const world = createCloudSetupWorld();
    const { status, html } = await paste(createBrowser(world), typed);
    expect(status).toBe(400);
    expect(html).toContain('Choose an access token or an API token.');
  });

  test('tells a refusal beside the token, and a failure above the forms; the next try may go on', async () => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    world.answers['GET /repositories/acme'] = problem(401, canary);
    const refused = await paste(browser);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('id="accessToken-token-error">Bitbucket does not accept this token');
    expect(refused.html).toContain('value="acme"');
    world.answers['GET /repositories/acme'] = problem(502, canary);
    const failed = await browser.post({ ...refused.fields, method: 'accessToken', target: 'acme', token });
    expect(failed.status).toBe(422);
    expect(failed.html).toContain('role="alert">Bitbucket is not available');
    world.answers['GET /repositories/acme'] = page(api);
    const done = await browser.post({ ...failed.fields, method: 'accessToken', target: 'acme', token });
    expect(done.status).toBe(200);
    for (const { html } of [refused, failed, done]) expect(html).not.toMatch(/CANARY|TOKEN/);
    expect(JSON.stringify(world.log.lines)).not.toContain(token);
  });

  test('holds once, in the browser, session and organization that it was shown to', async () => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    const { fields } = await browser.open();
    const cookies = new Map(browser.cookies);
    const typed = { ...fields, method: 'accessToken', target: 'acme', token };
    const mallory = createBrowser(world, 'mallory');
    expect((await mallory.post(typed)).status).toBe(403);
    for (const [name, value] of cookies) if (name !== 'host') mallory.cookies.set(name, value);
    expect((await mallory.post({ ...typed, organization: 'org-2' })).status).toBe(403);
    expect((await createBrowser(world).post(typed)).status).toBe(403);
    expect((await browser.post({ ...typed, state: '' })).status).toBe(403);
    expect(world.asked).toEqual([]);
    expect((await browser.post(typed)).status).toBe(200);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await browser.post(typed)).status).toBe(403);
    const late = createBrowser(world);
    const shown = await late.open();
    world.clock.move(15 * 60 * 1000);
    expect((await late.post({ ...typed, ...shown.fields })).status).toBe(403);
  });

  test('for one organization of a user connects no other, which the same user may set up, too', async () => {
    const world = createCloudSetupWorld({ authorize: () => ({ session: 's' }) });
    const browser = createBrowser(world);
    const { fields } = await browser.open();
    const typed = { ...fields, method: 'accessToken', target: 'acme', token, organization: 'org-2' };
    expect((await browser.post(typed)).status).toBe(403);
    expect(await world.store.integrations.findByOrganization('org-2')).toEqual([]);
  });

  test('is shown to nobody without the host’s word', async () => {
    const closed = createCloudSetupWorld({ authorize: undefined });
    expect((await createBrowser(closed).open()).status).toBe(403);
    const world = createCloudSetupWorld();
    expect((await createBrowser(world, 'nobody').open()).status).toBe(403);
    expect((await createBrowser(world, 'mallory').open()).status).toBe(403);
    const own = await createBrowser(world).visit(`${baseUrl}/cloud/setup`);
    expect(own.fields['organization']).toBe(organizationId);
    const nowhere = createCloudSetupWorld({ authorize: () => true });
    expect((await createBrowser(nowhere).visit(`${baseUrl}/cloud/setup`)).status).toBe(400);
    const broken = createCloudSetupWorld({ authorize: () => Promise.reject(new Error(canary)) });
    const failed = await createBrowser(broken).open();
    expect(failed.status).toBe(503);
    expect(failed.html + JSON.stringify(broken.log.lines)).not.toContain(canary);
  });

  test('takes no other method, and nothing that is too long', async () => {
    const world = createCloudSetupWorld();
    const browser = createBrowser(world);
    for (const [path, method] of [
      ['setup', 'PUT'],
      ['setup/callback', 'POST'],
      ['setup/workspace', 'GET'],
      ['setup/workspace', 'DELETE'],
    ]) {
      const init = { method: method ?? '' };
      expect((await browser.visit(`${baseUrl}/cloud/${path}`, init)).status).toBe(405);
    }
    expect((await paste(browser, { token: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await browser.post({})).status).toBe(403);
    expect((await browser.choose({})).status).toBe(403);
    expect(world.asked).toEqual([]);
  });
});

describe('the option oauth2', () => {
  test.each<[string, object]>([
    ['oauth2.clientId', { clientSecret: 's' }],
    ['oauth2.clientId', { clientId: 7, clientSecret: 's' }],
    ['oauth2.clientSecret', { clientId: 'k', clientSecret: '' }],
    ['oauth2.scopes', { clientId: 'k', clientSecret: 's', scopes: 'repository' }],
    ['oauth2.scopes', { clientId: 'k', clientSecret: 's', scopes: ['a b'] }],
    ['clientID', { clientID: 'k', clientSecret: 's' }],
  ])('is checked: %s', (option, oauth2) => {
    const make = () =>
      createCloudSetupWorld({ oauth2: oauth2 as { clientId: string; clientSecret: string } });
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_option', option }));
  });

  test('takes a key with a colon, and a base address with a fragment not', () => {
    expect(() => createCloudSetupWorld({ oauth2: { clientId: 'a:b', clientSecret: 's' } })).not.toThrow();
    expect(() => createCloudSetupWorld({ baseUrl: `${baseUrl}#x` })).toThrow(ConfigError);
  });
});
