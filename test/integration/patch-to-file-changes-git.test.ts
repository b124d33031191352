import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { patchToFileChanges } from 'bitbucket-sdk/integration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOfRaw, type TemporaryGit, temporaryGit } from './temporary-git.ts';

const lines = (name: string, count = 30) =>
  Array.from({ length: count }, (_, index) => `${name} line ${index}\n`).join('');
const hostile = [
  '--- a/x',
  '+++ b/x',
  'diff --git a/x b/x',
  '@@ -1,9 +1,9 @@',
  'rename from x',
  '-- ',
  '---',
  '',
].join('\n');

/** Names that git quotes, that hold the words of a header, or that end in what a line ending is made of. */
const names = [
  'plain.txt',
  'deep/er/file.txt',
  'with space.txt',
  'x b/x',
  'x b/x b/x',
  'a/b/a',
  'b/b/b b/b',
  'dst:/thing',
  'café.txt',
  'emoji😀.txt',
  'tab\there',
  'quo"te',
  'back\\slash',
  'new\nline',
  'return\r',
  'bell\u0007\u0001\u007f',
  ' leading',
  'trailing ',
  '日本語/ファイル 名.txt',
  'dev/null',
  '-dash',
  '"quoted"',
];
const kinds = [
  'modified',
  'added',
  'deleted',
  'renamed',
  'renamed and changed',
  'mode',
  'empty added',
  'empty deleted',
  'binary',
  'crlf',
];

describe('a commit with every kind of change, of files with every kind of name', () => {
  let repository: TemporaryGit;
  beforeAll(() => {
    repository = temporaryGit();
    const write = (name: string, content: string | Buffer) => {
      const path = join(repository.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    };
    const remove = (name: string) => rmSync(join(repository.folder, name));
    const each = (visit: (kind: string, name: string, path: string) => void) => {
      for (const kind of kinds) for (const name of names) visit(kind, name, `${kind}/${name}`);
    };
    each((kind, _name, path) => {
      if (kind === 'empty deleted') write(path, '');
      else if (kind === 'binary') write(path, Buffer.from(`\0${path}`.repeat(20)));
      else if (kind === 'crlf') write(path, lines(path).replaceAll('\n', '\r\n'));
      else if (!kind.endsWith('added')) write(path, lines(path) + hostile);
    });
    write('link becomes file', 'x');
    rmSync(join(repository.folder, 'link becomes file'));
    symlinkSync('modified/plain.txt', join(repository.folder, 'link becomes file'));
    write('file becomes link', lines('file becomes link'));
    write('copied from', lines('copied from', 100));
    const submodule = (name: string, digit: string) =>
      repository.git('update-index', '--add', '--cacheinfo', `160000,${digit.repeat(40)},${name}`);
    repository.git('add', '--all');
    for (const name of ['sub changed', 'sub removed', 'sub becomes file']) submodule(name, '1');
    repository.git('commit', '--quiet', '--message', 'before');
    repository.git('tag', 'before');

    each((kind, name, path) => {
      if (kind === 'modified') write(path, `${hostile}${lines(path)}${hostile}\n-- end`);
      else if (kind === 'added') write(path, `${lines(path)}${hostile}`);
      else if (kind.endsWith('deleted')) remove(path);
      else if (kind === 'mode') chmodSync(join(repository.folder, path), 0o755);
      else if (kind === 'empty added') write(path, '');
      else if (kind === 'binary') write(path, Buffer.from(`\0changed ${path}`.repeat(30)));
      else if (kind === 'crlf') write(path, lines(`${path}!`).replaceAll('\n', '\r\n'));
      else {
        remove(path);
        write(`${kind} to/b b/${name}`, `${lines(path)}${hostile}${kind === 'renamed' ? '' : '\nmore'}`);
      }
    });
    remove('link becomes file');
    write('link becomes file', lines('link becomes file'));
    remove('file becomes link');
    symlinkSync('nowhere', join(repository.folder, 'file becomes link'));
    write('copy', lines('copied from', 100));
    write('copy with change', `${lines('copied from', 100)}more\n`);
    write('copied from', `${lines('copied from', 100)}other\n`);
    write('binary added', Buffer.from([0, 1, 2, 3, 10, 45, 45, 45, 32, 10]));
    remove('binary/plain.txt');
    write('sub becomes file', lines('sub becomes file'));
    repository.git('add', '--all');
    submodule('sub changed', '2');
    submodule('sub added', '3');
    repository.git('commit', '--quiet', '--message', `after\n\n${hostile}`);
  }, 60_000);
  afterAll(() => repository[Symbol.dispose]());

  test.each([
    [['-M']],
    [['--no-renames']],
    [['-M', '--binary', '--full-index']],
    [['-M', '-U0']],
    [['-M', '-R']],
    [['-M', '-C', '--find-copies-harder']],
    [['-M', '--src-prefix=src://', '--dst-prefix=dst://']],
    [['-M', '--no-prefix']],
    [['-M', '-B']],
    [['-M', '--minimal', '--ignore-space-at-eol']],
  ])('gives what git diff --raw gives, with %s', (options) => {
    for (const config of ['core.quotePath=true', 'core.quotePath=false', 'diff.mnemonicPrefix=true']) {
      const patch = repository.git('-c', config, 'diff', ...options, 'before', 'main');
      const pathOptions = options.filter((option) => !/^-(-binary|U)/.test(option)); // these two imply a patch
      const raw = repository.git('diff', ...pathOptions, '--raw', '-z', 'before', 'main');
      const expected = changesOfRaw(raw);
      expect(expected.length).toBeGreaterThan(180);
      expect(patchToFileChanges(patch.toString())).toEqual(expected);
    }
  });

  test('gives the same for the index and the work tree, whose prefixes git may vary', () => {
    writeFileSync(join(repository.folder, 'modified/x b/x'), 'changed in the work tree');
    const patch = repository.git('-c', 'diff.mnemonicPrefix=true', 'diff');
    expect(patch.toString()).toContain('diff --git i/');
    expect(patchToFileChanges(patch.toString())).toContainEqual({ path: 'modified/x b/x', type: 'M' });
    repository.git('checkout', '--', 'modified/x b/x');
  });

  test.each([['--stat'], ['--no-stat']])('gives the same from a mailed patch, with %s', (stat) => {
    const patch = repository.git('format-patch', '-M', '--stdout', stat, 'before..main');
    const raw = repository.git('diff', '-M', '--raw', '-z', 'before', 'main');
    expect(patchToFileChanges(patch.toString())).toEqual(changesOfRaw(raw));
  });
});

test('paths that are not UTF-8 are the same quoted and not', () => {
  using repository = temporaryGit();
  writeFileSync(Buffer.concat([Buffer.from(`${repository.folder}/bad `), Buffer.from([0xff, 0xc3])]), 'x');
  repository.commit('one');
  const expected = [{ path: 'bad \ufffd\ufffd', type: 'A' }];
  for (const config of ['core.quotePath=true', 'core.quotePath=false']) {
    const patch = repository.git('-c', config, 'show');
    expect(patchToFileChanges(patch.toString())).toEqual(expected);
  }
});

test('a merge counts as what it is against all its parents', () => {
  using repository = temporaryGit();
  const { git, folder } = repository;
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  for (const name of ['both', 'kept', 'removed in the merge', 'café b x']) write(name, lines(name));
  repository.commit('base');
  for (const branch of ['left', 'middle', 'right']) {
    git('checkout', '--quiet', '-b', branch, 'main');
    for (const name of ['both', 'removed in the merge', 'café b x'])
      write(name, `${branch}\n${hostile}\n${lines(name)}${branch}`);
    write(`only on ${branch}`, branch);
    repository.commit(branch);
  }
  git('merge', '--quiet', '--no-commit', '--strategy=ours', 'left', 'middle');
  write('both', `merged\n${hostile}\n${hostile}${lines('both').replaceAll('3', '--- a/x')}`);
  write('café b x', `\n\nmerged\n+++ b/x\n${lines('both', 10)}`);
  write('added in the merge', `--- a/x\n+++ b/x\n@@@ -1,2 -1,2 +1,2 @@@\n`);
  write('empty added in the merge', '');
  rmSync(join(folder, 'removed in the merge'));
  repository.commit('merge of three');
  expect(git('rev-list', '--parents', '-1', 'HEAD').toString().split(' ')).toHaveLength(4);

  for (const options of [['-c'], ['-c', '-U0'], ['-c', '-U20'], ['-c', '--binary']]) {
    const raw = git('diff-tree', '-r', '--no-commit-id', '--raw', '-z', '-c', 'HEAD');
    const expected = changesOfRaw(raw);
    expect(expected.map(({ type }) => type)).toEqual(expect.arrayContaining(['A', 'D', 'M']));
    expect(patchToFileChanges(git('show', ...options).toString())).toEqual(expected);
  }
  const dense = patchToFileChanges(git('show', '--cc').toString());
  expect(dense).toContainEqual({ path: 'café b x', type: 'M' });
});

test('of several commits each gives its own changes', () => {
  using repository = temporaryGit();
  const path = join(repository.folder, 'a file');
  repository.commit('start');
  const message = `Explain\n\n---\ndiff --git a/fake b/fake\n--- a/fake\n+++ b/fake\n@@ -1 +1 @@\n-x\n+y\n---\n`;
  writeFileSync(path, lines('a file'));
  repository.commit(message);
  rmSync(path);
  repository.commit(message);
  writeFileSync(path, lines('another'));
  repository.commit(`${message}commit ${'0'.repeat(40)}`);
  const expected = ['A', 'D', 'A'].map((type) => ({ path: 'a file', type }));
  const mailed = repository.git('format-patch', '--stdout', '--root', 'HEAD~3..HEAD');
  expect(patchToFileChanges(mailed.toString())).toEqual(expected);
  const logged = repository.git('log', '--patch', '--reverse');
  expect(patchToFileChanges(logged.toString())).toEqual(expected);
});
