import { describe, expect, test } from 'vitest';
import {
  acme,
  api,
  connectByGrant,
  createBrowser,
  createCloudSetupWorld,
  organizationId,
  problem,
  tokenOf,
} from './cloud-setup-world.ts';

/** The tokens of the integration that stands. */
async function grantOf({ stored, store }: ReturnType<typeof createCloudSetupWorld>) {
  const [record] = await stored();
  return store.tokens.read(record?.credentials?.['tokenKey'] ?? '');
}

describe('a grant whose integration stands', () => {
  test('is kept where what the host has for afterwards fails, also when it replaced another', async () => {
    const world = createCloudSetupWorld({
      afterSetup: () => {
        throw new Error('CANARY');
      },
    });
    for (const name of ['1', '2']) {
      world.answers['POST /site/oauth2/access_token'] = tokenOf(name);
      const shown = await connectByGrant(createBrowser(world));
      expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('is connected')]);
      expect(await grantOf(world)).toMatchObject({ refreshToken: `REFRESH-${name}` });
    }
  });

  test('is kept where the host goes on at an address of another script', async () => {
    const world = createCloudSetupWorld({ afterSetup: () => 'https://host.example/組織' });
    const shown = await connectByGrant(createBrowser(world));
    expect([shown.status, shown.location]).toEqual([303, 'https://host.example/%E7%B5%84%E7%B9%94']);
    expect(await grantOf(world)).toMatchObject({ refreshToken: 'REFRESH-1' });
  });

  /** Calls by integrations that are made anew for each, and the refresh tokens that came in. */
  async function calls() {
    const world = createCloudSetupWorld();
    await connectByGrant(createBrowser(world));
    const [record] = await world.stored();
    const asked: (string | null)[] = [];
    world.answers['POST /site/oauth2/access_token'] = ({ form }) => {
      const refreshToken = form.get('refresh_token');
      // Each works once, without any grace.
      if (refreshToken !== `REFRESH-${asked.push(refreshToken)}`) {
        return Response.json({ error: 'invalid_grant' }, { status: 400 });
      }
      return tokenOf(String(asked.length + 1));
    };
    const call = async () => {
      const integration = await world.app.getIntegration(organizationId, record?.id ?? '');
      return integration?.getClient().getRepo('acme/api');
    };
    return { world, asked, call };
  }

  test('does not lose a token that could not be stored at once', async () => {
    const { world, asked, call } = await calls();
    const { tokens } = world.store;
    const { save } = tokens;
    let failures = 1;
    Object.assign(tokens, {
      save: (...row: Parameters<typeof save>) => {
        if (failures-- > 0) throw new Error('the disk is full');
        return save(...row);
      },
    });
    world.clock.move(7_200_000);
    await expect(call()).rejects.toMatchObject({ code: 'credential_unavailable' });
    await expect(call()).resolves.toMatchObject({ uuid: api.uuid, workspace: { slug: acme.slug } });
    expect(asked).toEqual(['REFRESH-1']);
  });

  test('is renewed three times a minute at most, where Bitbucket refuses whatever the token is', async () => {
    const { world, asked, call } = await calls();
    world.answers['GET /repositories/acme/api'] = () => problem(401);
    for (let round = 0; round < 10; round += 1) await expect(call()).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual(['REFRESH-1', 'REFRESH-2', 'REFRESH-3']);
  });
});
