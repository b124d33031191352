import { describe, expect, test } from 'vitest';
import { acme, api, createCloudSetupWorld } from './cloud-setup-world.ts';

import { connect, mistakes } from './cloud-token-kit.ts';

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
