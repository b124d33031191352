import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCodeOwners } from 'bitbucket-sdk/integration';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, integrationOver, linkedRepository, refused } from './integration-kit.ts';
import { temporaryGit } from './temporary-git.ts';

const names = (text: string, path: string) =>
  parseCodeOwners(text)
    .ownersOf(path)
    .map(({ reference }) => reference);

describe('a CODEOWNERS file', () => {
  test('names e-mail addresses, users and groups, and how many of a group are asked', () => {
    const { rules, ignoredLines } = parseCodeOwners(
      [
        '# Owners',
        '* ada@example.com @bob   # everything',
        '',
        '*.ts @acme/web:random(2) @acme/all:all',
        'docs/ @acme/docs:least_busy(1)',
      ].join('\r\n'),
    );
    expect(ignoredLines).toEqual([]);
    expect(rules).toEqual([
      {
        pattern: '*',
        line: 2,
        owners: [
          { reference: 'ada@example.com', kind: 'email', strategy: 'all', count: undefined },
          { reference: '@bob', kind: 'user', strategy: 'all', count: undefined },
        ],
      },
      {
        pattern: '*.ts',
        line: 4,
        owners: [
          { reference: '@acme/web', kind: 'group', strategy: 'random', count: 2 },
          { reference: '@acme/all', kind: 'group', strategy: 'all', count: undefined },
        ],
      },
      {
        pattern: 'docs/',
        line: 5,
        owners: [{ reference: '@acme/docs', kind: 'group', strategy: 'least_busy', count: 1 }],
      },
    ]);
  });

  test('gives a file to the last rule that matches it, and to nobody where none does', () => {
    const text = 'src/ @a\n*.ts @b\nsrc/core/*.ts @c\nsrc/core/a\\ b.ts @d\n';
    expect(names(text, 'src/main.js')).toEqual(['@a']);
    expect(names(text, 'src/main.ts')).toEqual(['@b']);
    expect(names(text, 'src/core/main.ts')).toEqual(['@c']);
    expect(names(text, 'src/core/a b.ts')).toEqual(['@d']);
    expect(names(text, 'readme.md')).toEqual([]);
  });

  test('passes over what is no rule in Bitbucket', () => {
    const { rules, ignoredLines } = parseCodeOwners(
      '!a.ts @a\n[ab].ts @a\nnobody.ts\n*.md somebody\n*.js @a somebody\n',
    );
    expect(ignoredLines).toEqual([1, 2, 3, 4]);
    expect(rules).toMatchObject([{ pattern: '*.js', owners: [{ reference: '@a' }] }]);
    expect(parseCodeOwners('').ownersOf('a')).toEqual([]);
  });

  test('matches as git does with .gitignore', () => {
    using repository = temporaryGit();
    const part = fc.constantFrom('a', 'b', 'ab', 'a.ts', '*', '**', '?', '*.ts', 'a*', '*b', 'a*b', 'a?');
    const pattern = fc
      .tuple(
        fc.constantFrom('', '/'),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '/'),
      )
      .map(([root, parts, folder]) => root + parts.join('/') + folder);
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'a.ts', 'b.ts', 'aab', 'c'), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('/'));
    const paths = fc.sample(path, { numRuns: 400, seed: 1 });
    const unequal: string[] = [];
    for (const text of fc.sample(pattern, { numRuns: 60, seed: 2 })) {
      writeFileSync(join(repository.folder, '.gitignore'), `${text}\n`);
      const ignored = checkIgnore(repository.folder, paths);
      const { ownersOf } = parseCodeOwners(`${text} @a\n`);
      for (const name of paths) {
        if (ownersOf(name).length > 0 !== ignored.has(name)) unequal.push(`${text} and ${name}`);
      }
    }
    expect(unequal).toEqual([]);
  });

  test('takes no longer for patterns and paths that were made to take long', () => {
    const stars = `${'*a'.repeat(2000)}b`;
    const folders = `${'**/a/'.repeat(500)}b`;
    const start = performance.now();
    expect(names(`${stars} @a\n`, 'a'.repeat(4000))).toEqual([]);
    expect(names(`${folders} @a\n`, 'a/'.repeat(2000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

/** The paths that git would ignore. */
function checkIgnore(folder: string, paths: readonly string[]): Set<string> {
  try {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const args = ['check-ignore', '--no-index', '--stdin', '-z'];
    const output = execFileSync('git', args, { cwd: folder, env, input: paths.join('\0') });
    return new Set(output.toString().split('\0'));
  } catch (error) {
    // 1: none of them is.
    if ((error as { status?: number }).status === 1) return new Set();
    throw error;
  }
}

describe('the owners of a repository’s files', () => {
  const at =
    (file: string): Answer =>
    ({ path }) => {
      if (path.endsWith(`/src/${file}`)) return new Response('*.ts @acme/web\n');
      return path.includes('/src/')
        ? undefined
        : { uuid: '{r}', full_name: 'acme/api', mainbranch: { name: 'main' } };
    };

  test('S2-09 are read from .bitbucket/CODEOWNERS of the main branch, or of another ref', async () => {
    const { integration } = integrationOver(at('main/.bitbucket/CODEOWNERS'));
    const owners = await integration.getCodeOwners(linkedRepository());
    expect(owners).toMatchObject({ path: '.bitbucket/CODEOWNERS', ref: 'main', text: '*.ts @acme/web\n' });
    expect(owners?.ownersOf('src/app.ts')).toMatchObject([{ reference: '@acme/web' }]);
    await expect(integration.getCodeOwners(linkedRepository(), { ref: 'old' })).resolves.toBeUndefined();
  });

  test('are read from further places where the host wants them', async () => {
    const { integration } = integrationOver(at('main/CODEOWNERS'));
    await expect(integration.getCodeOwners(linkedRepository())).resolves.toBeUndefined();
    const locations = ['.bitbucket/CODEOWNERS', 'CODEOWNERS'];
    await expect(integration.getCodeOwners(linkedRepository(), { locations })).resolves.toMatchObject({
      path: 'CODEOWNERS',
    });
  });

  test('are none in an empty repository, and an error where Bitbucket refuses', async () => {
    const empty = integrationOver(() => ({ uuid: '{r}', full_name: 'acme/api', mainbranch: null }));
    await expect(empty.integration.getCodeOwners(linkedRepository())).resolves.toBeUndefined();
    const closed = integrationOver(() => refused(403, 'no'));
    await expect(closed.integration.getCodeOwners(linkedRepository())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
