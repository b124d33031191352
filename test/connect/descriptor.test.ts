import { buildDescriptor, createDescriptorEndpoint, type DescriptorOptions } from 'bitbucket-sdk/connect';
import { describe, expect, test } from 'vitest';

const options: DescriptorOptions = {
  baseUrl: 'https://app.example.com/bitbucket/',
  key: 'example-app',
  name: 'Example',
  description: 'Tracks commits',
  vendor: { name: 'Example Ltd', url: 'https://example.com' },
};

describe('the descriptor', () => {
  test('S1-08 names the app, its address, scopes, lifecycle, contexts and post-install redirect', () => {
    expect(buildDescriptor(options)).toEqual({
      key: 'example-app',
      name: 'Example',
      description: 'Tracks commits',
      vendor: { name: 'Example Ltd', url: 'https://example.com' },
      baseUrl: 'https://app.example.com/bitbucket',
      authentication: { type: 'jwt' },
      lifecycle: { installed: '/installed', uninstalled: '/uninstalled' },
      scopes: ['issue:write', 'pullrequest', 'webhook', 'repository'],
      contexts: ['account'],
      modules: { postInstallRedirect: { key: 'post-install-redirect', url: '/setup' } },
    });
  });

  test('takes scopes, an OAuth consumer and webhooks, and leaves out a vendor that is not given', () => {
    const { vendor: _, ...rest } = options;
    const descriptor = buildDescriptor({
      ...rest,
      scopes: ['repository'],
      oauthConsumer: { clientId: 'consumer' },
      webhooks: [{ event: '*', url: '/webhook' }],
    });
    expect(descriptor).not.toHaveProperty('vendor');
    expect(descriptor.scopes).toEqual(['repository']);
    expect(descriptor.modules).toMatchObject({
      oauthConsumer: { clientId: 'consumer' },
      webhooks: [{ event: '*', url: '/webhook' }],
    });
  });

  test.each(['http://localhost:3000', 'http://127.0.0.1:8080/app', 'http://[::1]:1', 'http://app.localhost'])(
    'may live at %s, a loopback host, without https',
    (baseUrl) => {
      expect(buildDescriptor({ ...options, baseUrl }).baseUrl).toBe(baseUrl);
    },
  );

  test.each([
    ['baseUrl', { baseUrl: 'http://app.example.com' }],
    ['baseUrl', { baseUrl: 'http://127.0.0.1.example.com' }],
    ['baseUrl', { baseUrl: 'https://user:pass@app.example.com' }],
    ['baseUrl', { baseUrl: 'https://app.example.com?x=1' }],
    ['baseUrl', { baseUrl: 'app.example.com' }],
    ['key', { key: '' }],
    ['key', { key: 'with blank' }],
    ['name', { name: ' ' }],
    ['description', { description: '' }],
    ['vendor.url', { vendor: { name: 'Example', url: 'javascript:alert(1)' } }],
    ['vendor.name', { vendor: { name: '', url: 'https://example.com' } }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: [''] }],
    ['oauthConsumer.clientId', { oauthConsumer: { clientId: '' } }],
    ['webhooks.url', { webhooks: [{ event: '*', url: 'https://elsewhere.example' }] }],
    ['webhooks.event', { webhooks: [{ event: '', url: '/x' }] }],
    ['scope', { scope: ['repository'] }],
  ])('a wrong %s is named, with its fix', (option, wrong) => {
    const build = () => buildDescriptor({ ...options, ...wrong } as DescriptorOptions);
    expect(build).toThrow(
      expect.objectContaining({ code: 'invalid_option', option, fix: expect.stringMatching(/\w/) }),
    );
  });
});

describe('the descriptor endpoint', () => {
  const endpoint = createDescriptorEndpoint(options);
  const call = (method: string) => endpoint(new Request(`${options.baseUrl}descriptor`, { method }));

  test('S1-08 GET gives the descriptor as JSON', async () => {
    const response = await call('GET');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual(buildDescriptor(options));
  });

  test('HEAD gives the headers alone; anything else is 405', async () => {
    const head = await call('HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await call('POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('wrong options fail when it is made', () => {
    expect(() => createDescriptorEndpoint({ ...options, name: '' })).toThrow(/name/);
  });
});
