import { ApiError, AuthError, ConfigError, IntegrationFormError, TransportError } from 'bitbucket-sdk';
import type { CredentialForm } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import {
  acme,
  api,
  baseUrl,
  createBrowser,
  createCloudSetupWorld,
  organizationId,
  page,
  paste,
  problem,
  withScopes,
} from './cloud-setup-world.ts';

const canary = 'CANARY-7f3a';
const token = 'TOKEN-7f3a';

const connect = (
  world: ReturnType<typeof createCloudSetupWorld>,
  target: string,
  credential: CredentialForm['credential'] = { type: 'accessToken', token },
) => world.app.connectWorkspace({ organizationId, target, credential });

/** What a form is told, by field. */
async function mistakes(call: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof IntegrationFormError)) throw new Error('it is no form error', { cause: error });
  return error.fields;
}

describe('a pasted token', () => {
  test('of a workspace is tried by a list of its repositories, and never by /user', async () => {
    const world = createCloudSetupWorld();
    world.answers['GET /repositories/acme'] = withScopes(page(api), 'repository, pullrequest, webhook');
    const { record } = await connect(world, 'acme');
    expect(world.asked.map(({ line, url }) => line + url.search)).toEqual([
      'GET /repositories/acme?pagelen=1',
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
    const queries = world.asked.slice(1).map(({ url }) => url.searchParams.get('q'));
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

describe('what is to be connected', () => {
  const repo = 'GET /repositories/acme/api';
  const workspace = 'GET /repositories/acme';
  test.each([
    ['acme/api', repo],
    [' acme/api\n', repo],
    ['acme/api.git', repo],
    ['https://bitbucket.org/acme/api', repo],
    ['https://bitbucket.org/acme/api/src/main/README.md?at=main#lines-1', repo],
    ['https://ann@bitbucket.org/acme/api.git', repo],
    ['git@bitbucket.org:acme/api.git', repo],
    ['ssh://git@bitbucket.org/acme/api.git', repo],
    ['bitbucket.org/acme/api', repo],
    ['acme', workspace],
    ['acme/', workspace],
    ['https://bitbucket.org/acme/', workspace],
    ['https://bitbucket.org/acme/workspace/repositories', workspace],
    ['https://bitbucket.org/acme/workspace/projects', workspace],
    ['https://bitbucket.org/acme/workspace/projects/CORE', `${workspace} CORE`],
    ['https://bitbucket.org/acme/projects/CORE', `${workspace} CORE`],
    ['acme/projects/CORE/', `${workspace} CORE`],
    ['acme/projects', 'GET /repositories/acme/projects'],
    [`${acme.uuid}/${api.uuid}`, `GET /repositories/${acme.uuid}/${api.uuid}`],
    [`https://bitbucket.org/${encodeURIComponent(acme.uuid)}/`, `GET /repositories/${acme.uuid}`],
  ])('%j is understood', async (target, line) => {
    const world = createCloudSetupWorld();
    await connect(world, target).catch(() => undefined);
    const [first] = world.asked;
    const key = /"(\w+)"/.exec(first?.url.searchParams.get('q') ?? '')?.[1];
    expect(key === undefined ? first?.line : `${first?.line} ${key}`).toBe(line);
  });

  test.each([
    '',
    ' ',
    'https://github.com/acme/api',
    'https://bitbucket.org.evil.example/acme/api',
    'https://evil.example/bitbucket.org/acme',
    'javascript:alert(1)',
    'https://bitbucket.org',
    'https://bitbucket.org/acme/workspace/projects/b$d',
    'acme/api/src',
    'acme//api',
    '../etc',
    '..',
    'acme/..',
    'acme corp',
    '<script>',
    'acme\0',
    'a'.repeat(129),
    `acme/${'a'.repeat(5_000)}`,
  ])('%j is refused by its field, and Bitbucket is not asked', async (target) => {
    const world = createCloudSetupWorld();
    const fields = await mistakes(connect(world, target));
    expect(Object.keys(fields)).toEqual(['target']);
    expect(fields['target']).not.toMatch(/script|evil|javascript/);
    expect(world.asked).toEqual([]);
  });

  test('may be on another site, where the app is told so', async () => {
    const world = createCloudSetupWorld({ siteUrl: 'https://bitbucket.example:8443/' });
    const { record } = await connect(world, 'https://bitbucket.example:8443/acme/api/');
    expect(record.metadata).toMatchObject({
      siteUrl: 'https://bitbucket.example:8443',
      domainName: 'bitbucket.example:8443/acme',
    });
    expect(await mistakes(connect(world, 'https://bitbucket.org/acme'))).toHaveProperty('target');
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
    ['no type', { token }, ['type']],
    ['another type', { type: 'oauth2', token }, ['type']],
    ['nothing', {}, ['token', 'type']],
  ])('%s is told by field, and Bitbucket is not asked', async (_, credential, names) => {
    const world = createCloudSetupWorld();
    const fields = await mistakes(connect(world, 'acme', credential as CredentialForm['credential']));
    expect(Object.keys(fields)).toEqual(names);
    expect(world.asked).toEqual([]);
  });

  test('every mistake is told at once, and nothing at all is a mistake in everything', async () => {
    const world = createCloudSetupWorld();
    expect(Object.keys(await mistakes(connect(world, '', apiToken({ email: 'x', token: '' }))))).toEqual([
      'target',
      'token',
      'email',
    ]);
    const nothing = { organizationId } as unknown as Parameters<typeof world.app.connectWorkspace>[0];
    expect(Object.keys(await mistakes(world.app.connectWorkspace(nothing)))).toEqual([
      'target',
      'token',
      'type',
    ]);
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
    ['accessToken', 'project', 'repository, pullrequest, webhook'],
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

  test.each(['pullrequest:write webhook', 'repository:write,pullrequest,webhook'])(
    'the scopes %s are enough',
    async (scopes) => {
      const world = createCloudSetupWorld();
      world.answers['GET /repositories/acme'] = withScopes(page(api), scopes);
      await connect(world, 'acme');
      expect(await world.stored()).toHaveLength(1);
    },
  );

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
