import { createSharedCredentials } from 'bitbucket-sdk/integration';
import { expect, test } from 'vitest';
import { describeWithOpenssl, makeCertificates } from '../../server/certificates.ts';
import {
  createBrowser,
  createServerWorld,
  grantAnswer,
  grantCallback,
  organizationId,
  restRepo,
  submitOAuth2,
} from './server-world.ts';

describeWithOpenssl('integrations that are made anew for each call, by OAuth 2.0', () => {
  const certificates = makeCertificates('shared-credentials');

  /** An integration that stands, its repository asked for as often as one likes, and the refresh tokens that came in. */
  async function setUp() {
    const world = await createServerWorld(certificates);
    const browser = createBrowser(world);
    await browser.visit(grantCallback(await submitOAuth2(browser, world), { code: 'c' }));
    const [record] = await world.store.integrations.findByOrganization(organizationId);
    const asked: (string | null)[] = [];
    world.answers['POST /rest/oauth2/latest/token'] = ({ body }) => {
      const refreshToken = new URLSearchParams(body).get('refresh_token');
      // Each works once, without any grace.
      if (refreshToken !== `refresh-${asked.push(refreshToken)}`) {
        return { status: 400, body: { error: 'invalid_grant' } };
      }
      const count = asked.length + 1;
      return grantAnswer({ access_token: `access-${count}`, refresh_token: `refresh-${count}` });
    };
    const call = async () => {
      const integration = await world.server.getIntegration(organizationId, record?.id ?? '');
      return integration?.getClient().getRepo('ACME/api');
    };
    return { world, asked, call };
  }

  test('do not lose a token that could not be stored at once', async () => {
    const { world, asked, call } = await setUp();
    const { tokens } = world.store;
    const { save } = tokens;
    let failures = 1;
    Object.assign(tokens, {
      save: (...row: Parameters<typeof save>) => {
        if (failures-- > 0) throw new Error('the disk is full');
        return save(...row);
      },
    });
    world.clock.move(3_600_000);
    await expect(call()).rejects.toMatchObject({ code: 'credential_unavailable' });
    await expect(call()).resolves.toMatchObject({ slug: 'api' });
    expect(asked).toEqual(['refresh-1']);
  });

  test('renew three times a minute at most, where the server refuses whatever the token is', async () => {
    const { world, asked, call } = await setUp();
    world.answers[`GET ${restRepo}`] = { status: 401 };
    for (let round = 0; round < 10; round += 1) await expect(call()).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual(['refresh-1', 'refresh-2', 'refresh-3']);
  });

  test('take up what was changed in their row', async () => {
    const { world, call } = await setUp();
    await call();
    const [record] = await world.store.integrations.findByOrganization(organizationId);
    const credentials = { ...record?.credentials, clientSecret: 'another-secret' };
    await world.store.integrations.update(record?.id ?? '', { credentials });
    world.clock.move(3_600_000);
    await call();
    const { body } = world.requests.findLast(({ url }) => url.endsWith('/token')) ?? { body: '' };
    expect(new URLSearchParams(body).get('client_secret')).toBe('another-secret');
  });
});

test('as many credentials are kept open as was said, the ones in use last', () => {
  const shared = createSharedCredentials(2);
  const opened: string[] = [];
  const open = (name: string) =>
    shared([name], () => {
      opened.push(name);
      return { authorize: async (request) => request };
    });
  const first = open('a');
  open('b');
  expect(open('a')).toBe(first);
  open('c');
  expect(open('a')).toBe(first);
  open('b');
  expect(opened).toEqual(['a', 'b', 'c', 'b']);
});
