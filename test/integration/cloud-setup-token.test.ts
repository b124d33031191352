import { ApiError, AuthError, ConfigError, TransportError } from 'bitbucket-sdk';
import type { CredentialForm } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import {
  acme,
  api,
  createBrowser,
  createCloudSetupWorld,
  organizationId,
  page,
  paste,
  problem,
  withScopes,
} from './cloud-setup-world.ts';

import { connect, mistakes, token } from './cloud-token-kit.ts';

const canary = 'CANARY-7f3a';

describe('a pasted token', () => {
  test('of a workspace is tried by a list of its repositories, and never by /user', async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = withScopes(page(api), 'repository, pullrequest, webhook');
    const { record } = await connect(world, 'acme');
    expect(world.asked.map(({ line, url }) => line + url.search)).toEqual([
      'GET /repositories/acme?pagelen=1',
      'GET /repositories/acme/api/hooks?pagelen=1',
    ]);
    expect(world.asked[0]?.authorization).toBe(`Bearer ${token}`);
    expect(record).toMatchObject({
      externalId: acme.uuid,
      name: 'acme',
      credentials: { type: 'accessToken', token },
      metadata: {
        uuid: acme.uuid,
        domainName: 'bitbucket.org/acme',
        scopes: ['repository', 'pullrequest', 'webhook'],
        type: 'team',
      },
    });
    expect(await world.stored()).toEqual([record]);
  });

  test('of a repository stands for it alone, and lists nothing else', async () => {
    const world = createCloudSetupWorld();
    const integration = await connect(world, 'acme/api');
    expect(world.lines()).toEqual(['GET /repositories/acme/api', 'GET /repositories/acme/api/hooks']);
    expect(integration.record).toMatchObject({
      externalId: `${acme.uuid}/${api.uuid}`,
      name: 'acme/api',
      credentials: { type: 'accessToken', token, repository: api.uuid },
    });
    world.answers[`GET /repositories/${acme.uuid}/${api.uuid}`] = api;
    expect(await integration.getRepositories()).toMatchObject([{ identifier: 'acme/api' }]);
    expect(await integration.getRepositories('AP')).toHaveLength(1);
    expect(await integration.getRepositories('web')).toEqual([]);
    expect(world.lines()).not.toContain('GET /repositories/acme');
  });

  test('of a project lists that project’s repositories', async () => {
    const world = createCloudSetupWorld();
    const integration = await connect(world, 'acme/projects/CORE');
    expect(world.asked[0]?.url.searchParams.get('q')).toBe('project.key="CORE"');
    expect(integration.record).toMatchObject({
      externalId: `${acme.uuid}/projects/CORE`,
      name: 'acme/projects/CORE',
      credentials: { type: 'accessToken', token, project: 'CORE' },
    });
    world.answers[`GET /repositories/${acme.uuid}`] = page(api);
    expect(await integration.getRepositories()).toHaveLength(1);
    expect(await integration.getRepositories('a"b')).toHaveLength(1);
    const queries = world.asked.slice(2).map(({ url }) => url.searchParams.get('q'));
    expect(queries).toEqual([
      'project.key="CORE"',
      String.raw`project.key="CORE" AND name="a\"b"`,
      String.raw`project.key="CORE" AND name~"a\"b"`,
    ]);
  });

  test('of a person goes with the e-mail address', async () => {
    const world = createCloudSetupWorld();
    const email = ' ann@example.com ';
    const { record } = await connect(world, 'acme', { type: 'apiToken', email, token: ` ${token}\n` });
    const basic = Buffer.from(`ann@example.com:${token}`).toString('base64');
    expect(world.asked[0]?.authorization).toBe(`Basic ${basic}`);
    expect(record.credentials).toEqual({ type: 'apiToken', email: 'ann@example.com', token });
  });

  test('of 10,000 characters is taken', async () => {
    const world = createCloudSetupWorld();
    const long = '%'.repeat(10_000);
    expect((await paste(createBrowser(world), { token: long })).status).toBe(200);
    expect((await world.stored())[0]?.credentials).toEqual({ type: 'accessToken', token: long });
  });

  test('again for the same keeps the row with the new token', async () => {
    const world = createCloudSetupWorld();
    const first = await connect(world, 'acme/api');
    const second = await connect(world, 'acme/api', { type: 'accessToken', token: 'another' });
    expect(second.record.id).toBe(first.record.id);
    expect((await world.stored()).map(({ credentials }) => credentials?.['token'])).toEqual(['another']);
    await connect(world, 'acme');
    expect(await world.stored()).toHaveLength(2);
  });

  test('of a workspace without repositories reads the workspace itself', async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = page();
    expect((await connect(world, 'acme')).record.externalId).toBe(acme.uuid);
    expect(world.lines()).toEqual(['GET /repositories/acme', 'GET /workspaces/acme']);
    world.answers['GET /workspaces/acme'] = problem(403, canary);
    const { target, ...others } = await mistakes(connect(world, 'acme'));
    expect(target).toContain('sees no repository of the workspace');
    expect(others).toEqual({});
  });
});

describe('a token that cannot be used', () => {
  const apiToken = (fields: object = {}) =>
    ({ type: 'apiToken', email: 'ann@example.com', token, ...fields }) as const;

  test.each<[string, object, readonly string[]]>([
    ['no token', { type: 'accessToken', token: ' ' }, ['token']],
    ['a token with blanks', { type: 'accessToken', token: 'a b' }, ['token']],
    ['a token with a line break', { type: 'accessToken', token: 'a\nb' }, ['token']],
    ['a token beyond ASCII', { type: 'accessToken', token: 'tökén' }, ['token']],
    ['a token that is too long', { type: 'accessToken', token: 'x'.repeat(10_001) }, ['token']],
    ['a token that is no text', { type: 'accessToken', token: 7 }, ['token']],
    ['no e-mail address', apiToken({ email: '' }), ['email']],
    ['a user name', apiToken({ email: 'ann' }), ['email']],
    ['an e-mail address with a colon', apiToken({ email: 'a:b@example.com' }), ['email']],
    ['a very long e-mail address', apiToken({ email: `${'a'.repeat(320)}@example.com` }), ['email']],
    [
      'neither e-mail address nor token',
      apiToken({ email: undefined, token: undefined }),
      ['token', 'email'],
    ],
  ])('%s is told by field, and Bitbucket is not asked', async (_, credential, names) => {
    const world = createCloudSetupWorld();
    const fields = await mistakes(connect(world, 'acme', credential as CredentialForm['credential']));
    expect(Object.keys(fields)).toEqual(names);
    expect(world.asked).toEqual([]);
  });

  test('every mistake is told at once, the first in the message, too', async () => {
    const world = createCloudSetupWorld();
    const call = connect(world, '', apiToken({ email: 'x', token: '' }));
    expect(Object.keys(await mistakes(call))).toEqual(['target', 'token', 'email']);
    await expect(call).rejects.toThrow(
      'The form has mistakes in: target, token, email. Type in the workspace, or workspace/repository.',
    );
  });

  test.each<[string, object]>([
    ['no credential', {}],
    ['no type', { credential: { token } }],
    ['another type', { credential: { type: 'oauth2', token } }],
  ])('%s is the host’s mistake, not a person’s', async (_, wrong) => {
    const world = createCloudSetupWorld();
    const input = { organizationId, target: 'acme', ...wrong } as Parameters<
      typeof world.app.connectWorkspace
    >[0];
    const call = world.app.connectWorkspace(input);
    await expect(call).rejects.toMatchObject({ name: 'ConfigError', option: 'credential.type' });
    await expect(call).rejects.toThrow(/accessToken.*apiToken/);
    expect(world.asked).toEqual([]);
  });

  test.each<[string, string, string, Response, string, RegExp]>([
    ['401', 'acme', 'accessToken', problem(401, canary), 'token', /does not accept this token\. Check it/],
    ['401', 'acme/api', 'apiToken', problem(401, canary), 'token', /with this e-mail address/],
    [
      '403',
      'acme',
      'accessToken',
      problem(403, canary),
      'token',
      /needs the scopes repository, pullrequest, webhook/,
    ],
    [
      '403',
      'acme/api',
      'apiToken',
      problem(403, canary),
      'token',
      /read:repository:bitbucket, read:pullrequest:bitbucket, read:webhook:bitbucket/,
    ],
    ['404', 'acme', 'accessToken', problem(404, canary), 'target', /no such workspace/],
    ['404', 'acme/api', 'accessToken', problem(404, canary), 'target', /no such repository/],
    ['404', 'acme/projects/CORE', 'accessToken', problem(404, canary), 'target', /no such project/],
  ])('%s for %s by an %s is told in words of ours', async (_, target, type, answer, field, words) => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = answer;
    world.answers['GET /repositories/acme/api'] = answer;
    const credential = type === 'apiToken' ? apiToken() : ({ type: 'accessToken', token } as const);
    const fields = await mistakes(connect(world, target, credential));
    expect(Object.keys(fields)).toEqual([field]);
    expect(fields[field]).toMatch(words);
    expect(JSON.stringify(fields)).not.toContain(canary);
    expect(await world.stored()).toEqual([]);
  });

  test.each([
    ['accessToken', 'repository', 'pullrequest, webhook'],
    ['accessToken', 'repository, webhook', 'pullrequest'],
    ['accessToken', 'webhook, pipeline', 'repository, pullrequest'],
    ['accessToken', 'project', 'pullrequest, webhook'],
    ['accessToken', 'project:admin', 'repository, pullrequest, webhook'],
    ['accessToken', 'repository:admin, webhook', 'repository, pullrequest'],
    [
      'apiToken',
      'read:repository:bitbucket, read:pullrequest:bitbucket, write:webhook:bitbucket',
      'read:webhook:bitbucket, delete:webhook:bitbucket',
    ],
    [
      'apiToken',
      'write:repository:bitbucket, write:pullrequest:bitbucket',
      'read:repository:bitbucket, read:pullrequest:bitbucket, read:webhook:bitbucket, write:webhook:bitbucket, delete:webhook:bitbucket',
    ],
  ])('an %s with %s lacks %s', async (type, scopes, missing) => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = withScopes(page(api), scopes);
    const credential = type === 'apiToken' ? apiToken() : ({ type: 'accessToken', token } as const);
    const fields = await mistakes(connect(world, 'acme', credential));
    expect(fields).toEqual({ token: `This token lacks scopes that are needed: ${missing}.` });
    expect(await world.stored()).toEqual([]);
  });

  test.each([
    'pullrequest:write webhook',
    'repository:write,pullrequest,webhook',
    'project pullrequest webhook',
  ])('the scopes %s are enough', async (scopes) => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = withScopes(page(api), scopes);
    await connect(world, 'acme');
    expect(await world.stored()).toHaveLength(1);
  });

  test('one that sees what is public in a workspace of others', async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme/api/hooks'] = problem(403, canary);
    const fields = await mistakes(connect(world, 'acme'));
    expect(fields['token']).toContain('may not manage webhooks in the workspace');
    expect(await world.stored()).toEqual([]);
    // A person may administer others than the one that comes first.
    await connect(world, 'acme', apiToken());
    expect(await world.stored()).toHaveLength(1);
  });

  test('one that reads a repository and may not manage its webhooks', async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme/api/hooks'] = problem(403, canary);
    const fields = await mistakes(connect(world, 'acme/api'));
    expect(fields['token']).toContain('may not manage its webhooks');
    expect(await world.stored()).toEqual([]);
  });

  test.each<[string, Response | object]>([
    ['HTML', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['no page', { ok: true }],
    ['a repository without a name', page({ ...api, full_name: undefined })],
    ['a repository without workspace', page({ ...api, workspace: undefined })],
    ['a workspace without UUID', page({ ...api, workspace: { slug: 'acme' } })],
    ['a workspace whose name leads elsewhere', page({ ...api, workspace: { ...acme, slug: '../x' } })],
  ])('is no reason to store anything where Bitbucket answers with %s', async (_, answer) => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = answer;
    await expect(connect(world, 'acme')).rejects.toThrow(TransportError);
    expect(await world.stored()).toEqual([]);
  });

  test('a Bitbucket that fails says nothing of the token', async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = problem(503);
    await expect(connect(world, 'acme')).rejects.toThrow(ApiError);
    world.answers['GET /repositories/acme/api/hooks'] = problem(500);
    await expect(connect(world, 'acme/api')).rejects.toThrow(ApiError);
    const input = { organizationId: '', target: 'acme', credential: { type: 'accessToken', token } } as const;
    await expect(world.app.connectWorkspace(input)).rejects.toThrow(ConfigError);
  });

  test('and that was given up before is told by the call', async () => {
    const world = createCloudSetupWorld();
    const input = { organizationId, target: 'acme', credential: { type: 'accessToken', token } } as const;
    const call = world.app.connectWorkspace({ ...input, signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    expect(await world.stored()).toEqual([]);
  });
});

describe('a stored credential that cannot be used', () => {
  test.each<[Record<string, string>, string]>([
    [{}, 'reauthorization_required'],
    [{ type: 'magic', token }, 'reauthorization_required'],
    [{ type: 'accessToken' }, 'reauthorization_required'],
    [{ type: 'accessToken', token: 'a b' }, 'reauthorization_required'],
    [{ type: 'apiToken', token }, 'reauthorization_required'],
    [{ type: 'oauth2' }, 'reauthorization_required'],
    [{ type: 'oauth2', tokenKey: 'nobody knows' }, 'reauthorization_required'],
  ])(
    '%j fails the call by an AuthError, and not the making of the integration',
    async (credentials, code) => {
      const world = createCloudSetupWorld();
      const { record } = await connect(world, 'acme');
      await world.store.integrations.update(record.id, { credentials });
      const integration = await world.app.getIntegration(organizationId, record.id);
      const call = integration?.getRepositories();
      await expect(call).rejects.toThrow(AuthError);
      await expect(call).rejects.toMatchObject({ code });
    },
  );

  test('a grant in an app without its consumer is no matter of the person who granted it', async () => {
    const world = createCloudSetupWorld({ oauth2: undefined });
    const { record } = await connect(world, 'acme');
    await world.store.integrations.update(record.id, { credentials: { type: 'oauth2', tokenKey: 'k' } });
    const integration = await world.app.getIntegration(organizationId, record.id);
    await expect(integration?.getRepositories()).rejects.toMatchObject({ code: 'credential_unavailable' });
  });
});
