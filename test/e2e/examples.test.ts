import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Agent } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTrustingFetch } from '../../examples/demo/trusting-fetch.ts';
import { describeWithOpenssl } from '../server/certificates.ts';
import {
  call,
  createExampleWorld,
  createPerson,
  createPusher,
  type ExampleWorld,
  link,
  receivedBy,
  sendAgain,
  workspaceOn,
} from './examples-world.ts';

const consumer = { clientId: 'consumer-key', clientSecret: 'consumer-secret' };
const scopes = ['account', 'repository', 'pullrequest', 'webhook'];
const credentials = { accessTokens: [{ token: 'git', workspace: 'demo' }] };

const oauth2Of = (origin: string) => ({
  consumers: [
    { ...consumer, workspace: 'demo', callbackUrl: `${origin}/bitbucket/cloud/setup/callback`, scopes },
  ],
});

const environmentOf = ({ url }: ExampleWorld) => ({
  ...{ API_URL: url, SITE_URL: url },
  ...{ BITBUCKET_CLIENT_ID: consumer.clientId, BITBUCKET_CLIENT_SECRET: consumer.clientSecret },
});

const cloneOf = ({ url }: ExampleWorld): string =>
  `${url.replace('://', '://x-token-auth:git@')}/demo/widgets.git`;

const hours = 3_600_000;

/** Agrees at Bitbucket and chooses the workspace `demo` of two. */
async function connectByGrant(address: string, person = createPerson()) {
  const form = await person.open(address);
  expect([form.status, form.page]).toEqual([200, expect.stringContaining('Connect with Bitbucket')]);
  const choice = await person.submit(form.page);
  return person.submit(choice.page, { workspace: workspaceOn(choice.page, 'demo') });
}

describe('the example of an installation by OAuth 2.0, on Express', () => {
  test('connects one of several workspaces, links, takes pushes, and goes on when its token has expired', async () => {
    let ahead = 0;
    const world = await createExampleWorld('oauth2-install.ts', (origin) => ({
      credentials,
      oauth2: oauth2Of(origin),
      now: () => Date.now() + ahead,
    }));
    const { origin, emulator } = world;
    const { lines } = await world.start(environmentOf(world));
    expect(await call(`${origin}/repositories`)).toMatchObject({ status: 500 });

    const connected = await connectByGrant(`${origin}/connect`);
    expect(connected.addresses.at(-1)).toBe(`${origin}/repositories`);
    expect(JSON.parse(connected.page)).toMatchObject([{ identifier: 'demo/widgets' }]);
    await link(origin, 'demo/widgets');
    const push = await createPusher(cloneOf(world), world);
    const first = await push('Say hello\n\nFixes DEMO-1', 'hello.txt');
    expect(await receivedBy(origin)).toEqual([`${first} hello.txt DEMO-1`]);
    expect(lines.at(-1)).toContain('Ada Example: Say hello · A hello.txt · resolves DEMO-1');

    ahead = 3 * hours;
    const second = await push('Say more', 'more.txt');
    expect(await receivedBy(origin)).toEqual([`${first} hello.txt DEMO-1`, `${second} more.txt`]);
    expect(emulator.oauth2.exchanges.map(({ grant, outcome }) => `${grant} ${outcome}`)).toEqual([
      'authorization_code granted',
      'refresh_token granted',
    ]);
    expect(emulator.deliveries.map(({ outcome }) => outcome)).toEqual(['delivered', 'delivered']);
  });

  test('says that the service’s own consumer is refused, in an answer that holds no secret', async () => {
    let ahead = 0;
    const world = await createExampleWorld('oauth2-install.ts', (origin) => ({
      oauth2: oauth2Of(origin),
      now: () => Date.now() + ahead,
    }));
    await world.start(environmentOf(world));
    await connectByGrant(`${world.origin}/connect`);
    world.emulator.oauth2.revokeConsumer(consumer.clientId);
    ahead = 3 * hours;
    const refused = await call(`${world.origin}/repositories`);
    expect(refused).toMatchObject({ status: 409, body: { error: expect.stringContaining('consumer') } });
    expect(JSON.stringify(refused)).not.toContain(consumer.clientSecret);
  });
});

describe('the example of an installation by an access token, on Fastify', () => {
  test('shows beside its fields what to mend, then connects, links and takes a push', async () => {
    const token = 'token-of-the-workspace';
    const world = await createExampleWorld('access-token-install.ts', () => ({
      credentials: {
        accessTokens: [...credentials.accessTokens, { token, workspace: 'demo', scopes: scopes.slice(1) }],
      },
    }));
    const { origin, url } = world;
    await world.start({ API_URL: url, SITE_URL: url });
    const stranger = await fetch(`${origin}/connect`, {
      method: 'POST',
      body: new URLSearchParams({ target: 'demo', token }),
    });
    expect(stranger.status).toBe(403);

    const { open, submit } = createPerson();
    const form = await open(`${origin}/connect`);
    const empty = await submit(form.page);
    expect(empty.status).toBe(400);
    expect(errorsOn(empty.page)).toEqual({
      target: expect.stringContaining('workspace'),
      token: expect.stringContaining('Paste'),
    });
    const wrong = await submit(empty.page, { target: 'demo', token: 'of-nobody' });
    expect([wrong.status, errorsOn(wrong.page)]).toEqual([400, { target: '', token: expect.any(String) }]);
    expect(wrong.page).toContain('value="demo"');
    expect(wrong.page).not.toContain('of-nobody');

    const connected = await submit(wrong.page, { target: `${url}/demo/`, token });
    expect([connected.status, JSON.parse(connected.page)]).toEqual([200, { connected: 'demo' }]);
    expect((await call(`${origin}/repositories`)).body).toMatchObject([{ identifier: 'demo/widgets' }]);
    await link(origin, 'demo/widgets');
    const push = await createPusher(cloneOf(world), world);
    const pushed = await push('Say hello\n\nCloses DEMO-2', 'hello.txt');
    expect(await receivedBy(origin)).toEqual([`${pushed} hello.txt DEMO-2`]);
  });
});

/** What stands beside the fields. */
const errorsOn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<p id="(\w+)-error">([^<]*)<\/p>/g)].map(([, field = '', text = '']) => [field, text]),
  );

describeWithOpenssl('the example of a Data Center by OAuth 2.0, on node:http', () => {
  test('sends the browser to the server with a challenge, connects, links and takes a push', async () => {
    const client = { clientId: 'client:1', clientSecret: 'client-secret' };
    const world = await createExampleWorld('server-oauth2.ts', (origin) => ({
      server: {
        contextPath: '/bitbucket',
        accessTokens: [{ token: 'git', project: 'DEMO' }],
        oauth2Clients: [{ ...client, redirectUris: [`${origin}/bitbucket/server/setup/callback`] }],
      },
    }));
    const { origin, emulator, folder } = world;
    const { url, ca = '' } = await emulator.listen({ tls: true });
    const NODE_EXTRA_CA_CERTS = join(folder, 'ca.pem');
    await writeFile(NODE_EXTRA_CA_CERTS, ca);
    const agent = new Agent({ connect: { ca } });
    onTestFinished(() => agent.close());
    await world.start({ ALLOWED_SERVERS: '127.0.0.1', NODE_EXTRA_CA_CERTS });

    const { open, submit } = createPerson(createTrustingFetch(agent));
    const { page } = await open(`${origin}/connect`);
    const ownForm = page.slice(page.indexOf('<h2>By OAuth 2.0</h2>'));
    const typed = { url: `${url}/bitbucket`, verifyTls: 'on', ...client };
    const connected = await submit(ownForm, typed);
    expect([connected.status, connected.page]).toEqual([200, expect.stringContaining('is connected')]);
    const [, agreed = '', back = ''] = connected.addresses;
    expect(agreed.startsWith(`${url}/bitbucket/rest/oauth2/latest/authorize?`)).toBe(true);
    expect(new URL(agreed).searchParams.get('code_challenge_method')).toBe('S256');
    expect(back.startsWith(`${origin}/bitbucket/server/setup/callback?`)).toBe(true);
    expect((await open(back)).status).toBe(403);
    expect(emulator.serverOAuth2?.exchanges).toMatchObject([
      { grant: 'authorization_code', outcome: 'granted' },
    ]);

    await link(origin, 'DEMO/widgets');
    const clone = `${world.url.replace('://', '://x-token-auth:git@')}/bitbucket/scm/demo/widgets.git`;
    const push = await createPusher(clone, world);
    const pushed = await push('Say hello\n\nResolves DEMO-3', 'hello.txt');
    expect(await receivedBy(origin)).toEqual([`${pushed} hello.txt DEMO-3`]);
  });
});

describe('the example of a move off Connect, on Express', () => {
  interface Status {
    readonly integration: string;
    readonly standsOn: string;
    readonly hooks: string;
    readonly repositories: readonly { readonly id: string }[];
  }

  test('keeps integration and repository, refuses what the old secret signed, and outlives the Connect app', async () => {
    const world = await createExampleWorld('move-off-connect.ts', (origin) => ({
      credentials,
      oauth2: oauth2Of(origin),
    }));
    const { origin, emulator, sent } = world;
    await world.start(environmentOf(world));
    const status = async () => (await call(`${origin}/status`)).body as readonly Status[];
    const person = createPerson();

    expect((await person.open(`${origin}/install`)).status).toBe(200);
    const { id: repository } = await link(origin, 'demo/widgets');
    const push = await createPusher(cloneOf(world), world);
    const first = await push('Say hello', 'hello.txt');
    const [before] = await status();
    expect(before).toMatchObject({ standsOn: 'connect', repositories: [{ id: repository }] });
    const [signedBefore] = sent;
    if (signedBefore === undefined) throw new Error('nothing was delivered');
    expect(await sendAgain(signedBefore)).toBe(200);

    const moved = await connectByGrant(`${origin}/move`, person);
    expect(moved.addresses.at(-1)).toBe(`${origin}/status`);
    await expect.poll(status).toEqual([{ ...before, standsOn: 'oauth2', hooks: 'secured' }]);
    expect(await sendAgain(signedBefore)).toBe(401);
    const second = await push('Say more', 'more.txt');

    await emulator.uninstall(world.clientKeys[0] ?? '');
    expect(await status()).toMatchObject([{ integration: before?.integration, standsOn: 'oauth2' }]);
    const third = await push('Say it again', 'again.txt');
    expect(await receivedBy(origin)).toEqual([first, second, third]);
    expect(emulator.deliveries.map(({ outcome }) => outcome)).toEqual(Array(3).fill('delivered'));
  });
});
