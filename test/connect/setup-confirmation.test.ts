import { sampleInstalledBody } from 'bitbucket-sdk/testing';
import { describe, expect, test, vi } from 'vitest';
import { escapeHtml } from '../../src/http/page.ts';
import { readConfirmation, setupWorld } from './setup-world.ts';
import { baseUrl, clientKey, uuid } from './world.ts';

/** Alice opens the set-up without a state and is asked. */
async function asked(options: Parameters<typeof setupWorld>[0] = {}) {
  const world = await setupWorld(options);
  const response = await world.visit('alice');
  const shown = await readConfirmation(response);
  const confirm = (cookie = `host=alice; ${shown.cookie}`, fields = shown.fields) =>
    world.post(cookie, fields);
  return { ...world, response, shown, confirm };
}

describe('the confirmation page', () => {
  test('names the workspace and the organization, and posts to the set-up', async () => {
    const { shown, complete } = await asked({ organizationName: (id) => `Organization number ${id}` });
    expect(shown.html).toContain('Acme Engineering (acme)');
    expect(shown.html).toContain(escapeHtml(uuid));
    expect(shown.html).toContain('Organization number 1');
    expect(shown.action).toBe(`${baseUrl}/setup`);
    expect(shown.fields).toEqual({ state: expect.stringMatching(/^[\w-]+\.[\w-]+$/), organization: '1' });
    expect(complete).not.toHaveBeenCalled();
  });

  test('cannot be framed, scripted, stored or told by Referer; its own style is let through by hash', async () => {
    const { response, shown } = await asked();
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(shown.html).not.toMatch(/<script|\son\w+=|style="/i);
    const style = /<style>(.*)<\/style>/s.exec(shown.html)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`);
  });

  test('shows hostile names as text', async () => {
    const { install, visit } = await setupWorld({ organizationName: () => '"><script>alert(2)</script>' });
    const principal = {
      ...sampleInstalledBody().principal,
      username: "x'onload=",
      display_name: '<img src=x>&amp;',
    };
    const signedBy = { clientKey, sharedSecret: sampleInstalledBody().sharedSecret };
    await install({ principal }, signedBy);
    const html = await (await visit('alice')).text();
    expect(html).not.toMatch(/<img|<script|'onload/);
    expect(html).toContain('&#60;img src=x&#62;&#38;amp;');
  });

  test('its cookie is random, HttpOnly, Lax, and Secure on https', async () => {
    const { shown } = await asked();
    expect(shown.setCookie).toMatch(
      /^__Host-bitbucket-setup=[\da-f]{64}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/,
    );
    const again = await asked();
    expect(again.shown.cookie).not.toBe(shown.cookie);
  });

  test('on a loopback host its cookie works without https', async () => {
    const local = await setupWorld({ baseUrl: 'http://127.0.0.1:3000/bitbucket' });
    const shown = await readConfirmation(await local.visit('alice'));
    expect(shown.setCookie).toMatch(/^bitbucket-setup=\w+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/);
    expect((await local.post(`host=alice; ${shown.cookie}`, shown.fields)).status).toBe(303);
  });
});

describe('confirming', () => {
  test('completes for what was shown', async () => {
    const { confirm, complete } = await asked();
    const response = await confirm();
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://app.example.com/settings',
    ]);
    expect(complete.mock.calls).toMatchObject([[{ installation: { clientKey }, organizationId: '1' }]]);
  });

  test('works once', async () => {
    const { confirm, complete, log } = await asked();
    await confirm();
    expect((await confirm()).status).toBe(403);
    expect(complete).toHaveBeenCalledTimes(1);
    expect(log.codes()).toEqual(['state_invalid']);
  });

  test('holds for 15 minutes', async () => {
    const { confirm, complete, now } = await asked();
    now.time += 15 * 60 * 1000;
    expect((await confirm()).status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('fails when posted from another site, whose request brings no Lax cookie', async () => {
    const { confirm, complete } = await asked();
    expect((await confirm('host=alice')).status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('fails with the form that an attacker was shown, though the victim has a cookie of its own', async () => {
    const { visit, confirm, complete } = await asked();
    const attacker = await readConfirmation(await visit('mallory'));
    expect((await confirm(undefined, { ...attacker.fields, organization: '1' })).status).toBe(403);
    expect(
      (await confirm(`host=alice; ${attacker.cookie}`, { ...attacker.fields, organization: '1' })).status,
    ).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('is bound to the browser by its cookie where the host names no session', async () => {
    const authorize = () => ({ organizationId: '1' });
    const { visit, shown, confirm, complete } = await asked({ authorize });
    const attacker = await readConfirmation(await visit('mallory'));
    expect((await confirm(`host=alice; ${shown.cookie}`, attacker.fields)).status).toBe(403);
    expect((await confirm('host=alice', attacker.fields)).status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
    expect((await confirm()).status).toBe(303);
  });

  test('fails in another session of the same organization, cookie and all', async () => {
    const users: Record<string, string> = { 'host=alice': 'first', 'host=bob': 'second' };
    const authorize = (request: Request) => ({
      session: users[request.headers.get('cookie')?.split(';')[0] ?? ''],
      organizationId: '1',
    });
    const { shown, confirm, complete } = await asked({ authorize });
    expect((await confirm(`host=bob; ${shown.cookie}`)).status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('fails for an organization that was not shown, and for one that the user may not set up', async () => {
    const authorize = vi.fn(() => ({ session: 's', organizationId: '1' }));
    const { shown, confirm, complete } = await asked({ authorize });
    expect((await confirm(undefined, { ...shown.fields, organization: '2' })).status).toBe(403);
    expect(authorize).toHaveBeenLastCalledWith(expect.any(Request), { action: 'setup', organizationId: '2' });
    const strict = await asked();
    expect((await strict.confirm(undefined, { ...strict.shown.fields, organization: '2' })).status).toBe(403);
    expect(strict.log.codes()).toEqual(['forbidden']);
    for (const { mock } of [complete, strict.complete]) expect(mock.calls).toEqual([]);
  });

  test('asks the host again: who lost the right in between is refused', async () => {
    let allowed = true;
    const authorize = () => (allowed ? { session: 's', organizationId: '1' } : false);
    const { confirm, complete, log } = await asked({ authorize });
    allowed = false;
    expect((await confirm()).status).toBe(403);
    expect(log.codes()).toEqual(['forbidden']);
    expect(complete).not.toHaveBeenCalled();
  });

  test('fails with a state that was made for the link, and with none', async () => {
    const { begin, confirm, shown, complete } = await asked();
    expect((await confirm(undefined, { ...shown.fields, state: await begin('alice') })).status).toBe(403);
    expect((await confirm(undefined, {})).status).toBe(403);
    expect(complete).not.toHaveBeenCalled();
  });

  test('fails once the installation was uninstalled or forgotten', async () => {
    const { confirm, installations, complete, log } = await asked();
    await installations.forget(clientKey);
    expect((await confirm()).status).toBe(401);
    expect(log.codes()).toEqual(['uninstalled']);
    expect(complete).not.toHaveBeenCalled();
  });

  test('a form that is too long is 413, and a store that fails 503', async () => {
    const { confirm, shown } = await asked();
    expect((await confirm(undefined, { ...shown.fields, more: 'x'.repeat(9000) })).status).toBe(413);
    const states = { signingKey: () => 'key', useOnce: () => Promise.reject(new Error('down')) };
    const broken = await asked({ states });
    expect((await broken.confirm()).status).toBe(503);
    expect(broken.log.codes()).toEqual(['store_failed']);
  });
});
