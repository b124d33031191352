import { type CodeMapping, createSourceCache, toSourcePath } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { movableClock } from '../connect/world.ts';
import {
  type Answer,
  integrationOver,
  linkedRepository,
  refused,
  repositoryId,
  workspaceId,
} from './integration-kit.ts';

const repository = linkedRepository();
const mapping = (fields: Partial<CodeMapping> = {}): CodeMapping => ({
  stackRoot: '/usr/src/app/',
  sourceRoot: 'src/',
  repository,
  ...fields,
});

/** A repository with these files, as `ref:path`; its main branch is main. */
const having =
  (...files: string[]): Answer =>
  ({ method, path }) => {
    const below = `/repositories/${workspaceId}/${repositoryId}`;
    if (path === below) return { uuid: repositoryId, full_name: 'acme/api', mainbranch: { name: 'main' } };
    const [, ref, file] = /\/src\/([^/]+)\/(.+)$/.exec(path) ?? [];
    return method === 'HEAD' && files.includes(`${ref}:${file}`) ? new Response() : undefined;
  };

describe('a path of a stack trace', () => {
  test.each<[string, string, string, string]>([
    ['/usr/src/app/http/serve.ts', '/usr/src/app/', 'src/', 'src/http/serve.ts'],
    ['/usr/src/app/http/serve.ts', '/usr/src/app', 'src', 'src/http/serve.ts'],
    ['http/serve.ts', '', '', 'http/serve.ts'],
    ['./http/./serve.ts', '', '', 'http/serve.ts'],
    ['app:///http/serve.ts', 'app:///', 'web/', 'web/http/serve.ts'],
    ['C:\\work\\app\\http\\serve.ts', 'C:\\work\\app\\', 'src', 'src/http/serve.ts'],
    ['/usr/src/app/a b/ü.ts', '/usr/src/app/', '', 'a b/ü.ts'],
    ['/usr/src/app/..hidden/x..ts', '/usr/src/app/', '', '..hidden/x..ts'],
  ])('%s below %j stands for a path below %j', (path, stackRoot, sourceRoot, expected) => {
    expect(toSourcePath(path, { stackRoot, sourceRoot })).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['/usr/src/app/../../etc/passwd', '/usr/src/app/', ''],
    ['/usr/src/app/a/..', '/usr/src/app/', ''],
    ['..\\secrets.ts', '', ''],
    ['http/serve.ts', '', '../outside'],
    ['/etc/passwd', '', ''],
    ['C:/Windows/x.ts', '', ''],
    ['file:///etc/passwd', '', ''],
    ['/usr/src/app//etc/passwd', '/usr/src/app/', ''],
    ['/usr/src/application/a.ts', '/usr/src/app', ''],
    ['/usr/src/application/a.ts', '/usr/src/app/', ''],
    ['/usr/src/app/', '/usr/src/app/', ''],
    ['/usr/src/app/folder/', '/usr/src/app/', ''],
    ['/usr/src/app/a\u0000b', '/usr/src/app/', ''],
    ['/usr/src/app/\ud800', '/usr/src/app/', ''],
    ['', '', ''],
  ])('%j below %j and %j stands for none', async (path, stackRoot, sourceRoot) => {
    expect(toSourcePath(path, { stackRoot, sourceRoot })).toBeUndefined();
    const { integration, asked } = integrationOver(having());
    const link = await integration.getStacktraceLink({
      path,
      ref: 'main',
      codeMappings: [mapping({ stackRoot, sourceRoot })],
    });
    expect(link).toEqual({ sourceUrl: undefined, error: 'stack_root_mismatch', attemptedUrl: undefined });
    expect(asked).toHaveLength(0);
  });
});

describe('a stack trace link', () => {
  const path = '/usr/src/app/app.ts';

  test('leads to the file at the commit that ran, with its line', async () => {
    const { integration, lines } = integrationOver(having('abc1234:src/app.ts'));
    const link = await integration.getStacktraceLink({
      path,
      ref: 'abc1234',
      line: 12,
      codeMappings: [mapping()],
    });
    expect(link).toMatchObject({
      sourceUrl: 'https://bitbucket.org/acme/api/src/abc1234/src/app.ts#lines-12',
      repository: 'acme/api',
      ref: 'abc1234',
      path: 'src/app.ts',
    });
    // By UUIDs, and nothing but the question whether it is there.
    expect(lines()).toEqual([`HEAD /repositories/${workspaceId}/${repositoryId}/src/abc1234/src/app.ts`]);
  });

  test('falls back to the default branch: the mapping’s, else the repository’s', async () => {
    const { integration } = integrationOver(having('main:src/app.ts', 'trunk:src/app.ts'));
    const link = (ref: string | undefined, fields: Partial<CodeMapping> = {}) =>
      integration.getStacktraceLink({ path, ref, codeMappings: [mapping(fields)] });
    expect(await link('gone')).toMatchObject({
      ref: 'main',
      sourceUrl: expect.stringContaining('/src/main/'),
    });
    expect(await link(undefined)).toMatchObject({ ref: 'main' });
    expect(await link('gone', { defaultBranch: 'trunk' })).toMatchObject({ ref: 'trunk' });
  });

  test('tries the mapping with the longest root first, then the others', async () => {
    const { integration } = integrationOver(having('main:server/a.ts', 'main:b.ts'));
    const codeMappings = [
      mapping({ stackRoot: '/usr/src/', sourceRoot: '' }),
      mapping({ stackRoot: '/usr/src/server', sourceRoot: 'server' }),
    ];
    const link = (file: string) => integration.getStacktraceLink({ path: file, ref: 'main', codeMappings });
    expect(await link('/usr/src/server/a.ts')).toMatchObject({ path: 'server/a.ts' });
    expect(await link('/usr/src/b.ts')).toMatchObject({ path: 'b.ts' });
    expect(await link('/usr/src/server/none.ts')).toMatchObject({
      error: 'file_not_found',
      attemptedUrl: 'https://bitbucket.org/acme/api/src/main/server/none.ts',
    });
  });

  test('says when Bitbucket does not let the integration look, and throws when Bitbucket fails', async () => {
    const over = (status: number) =>
      integrationOver(() => refused(status, 'no')).integration.getStacktraceLink({
        path,
        ref: 'main',
        codeMappings: [mapping({ defaultBranch: 'main' })],
      });
    await expect(over(403)).resolves.toMatchObject({ sourceUrl: undefined, error: 'access_lost' });
    await expect(over(500)).rejects.toMatchObject({ code: 'server_error' });
  });

  test('asks once in five minutes whether a file is there or not', async () => {
    const now = movableClock();
    const { integration, asked } = integrationOver(having('main:src/app.ts'), { now });
    const ask = (file: string) =>
      integration.getStacktraceLink({ path: `/usr/src/app/${file}`, ref: 'main', codeMappings: [mapping()] });
    await ask('app.ts');
    await ask('app.ts');
    await ask('none.ts');
    const before = asked.length;
    await ask('none.ts');
    expect(asked.length).toBe(before);
    now.time += 300_001;
    await ask('app.ts');
    expect(asked.length).toBe(before + 1);
  });

  test('remembers no more answers than it may, and no failures', async () => {
    let fails = true;
    const { integration, asked } = integrationOver(() => (fails ? refused(500, 'no') : new Response()), {
      sourceCache: createSourceCache({ most: 2 }),
    });
    const ask = (file: string) =>
      integration.getStacktraceLink({ path: `/usr/src/app/${file}`, ref: 'main', codeMappings: [mapping()] });
    await expect(ask('a.ts')).rejects.toThrow();
    fails = false;
    await ask('a.ts');
    await ask('b.ts');
    await ask('a.ts');
    await ask('c.ts');
    expect(asked).toHaveLength(4);
    // b was asked for longest ago, and went.
    await ask('a.ts');
    await ask('c.ts');
    expect(asked).toHaveLength(4);
    await ask('b.ts');
    expect(asked).toHaveLength(5);
  });

  test('keeps apart what two integrations see, in one memory', async () => {
    const sourceCache = createSourceCache();
    const input = { path, ref: 'main', codeMappings: [mapping({ defaultBranch: 'main' })] };
    const seeing = integrationOver(having('main:src/app.ts'), { sourceCache });
    const blind = integrationOver(having(), { sourceCache, record: { id: 'integration-2' } });
    expect((await seeing.integration.getStacktraceLink(input)).sourceUrl).toBeDefined();
    expect((await blind.integration.getStacktraceLink(input)).sourceUrl).toBeUndefined();
  });
});
