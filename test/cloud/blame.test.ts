import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { startServer } from '../http-server.ts';
import { type TemporaryGit, temporaryGit } from '../integration/temporary-git.ts';

const refused = (status: number, message: string): Response =>
  Response.json({ type: 'error', error: { message } }, { status });

/** Bitbucket's file history and diff, answered by git; two entries a page, so that pages are followed. */
function bitbucketOver({ git }: TemporaryGit) {
  const calls: URL[] = [];
  const history = ({ pathname, searchParams, origin }: URL, ref: string, path: string): Response => {
    const log = git('log', '--follow', '--format=%x00%H%x09%an <%ae>%x09%s', '--name-only', ref, '--', path);
    const entries = log
      .toString()
      .split('\0')
      .slice(1)
      .map((text) => {
        const [head = '', , name = ''] = text.split('\n');
        const [hash, raw, message] = head.split('\t');
        return { path: name, commit: { hash, message, date: '2026-01-01T00:00:00+00:00', author: { raw } } };
      });
    if (entries.length === 0) return refused(404, 'No such file');
    const page = Number(searchParams.get('page') ?? 1);
    const next = entries.length > page * 2 ? { next: `${origin}${pathname}?page=${page + 1}` } : {};
    return Response.json({ values: entries.slice(page * 2 - 2, page * 2), ...next });
  };
  const fetch = async (address: string): Promise<Response> => {
    const url = new URL(address);
    calls.push(url);
    const [, kind, ref = '', path = ''] =
      /^\/2\.0\/repositories\/acme\/api\/(filehistory|diff)\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
    if (kind === 'filehistory') return history(url, ref, decodeURIComponent(path));
    const paths = url.searchParams.getAll('path');
    return new Response(git('diff-tree', '--root', '--no-commit-id', '-M', '-p', ref, '--', ...paths));
  };
  const client = new BitbucketApiClient({ auth: accessToken('t'), fetch, retry: { limit: 0 } });
  return { client, calls };
}

const numbered = (...names: string[]): string => names.map((name) => `line ${name}\n`).join('');

/** A file that grows at both ends, loses and changes lines, is renamed with a change, and copied from. */
function history(repository: TemporaryGit) {
  const write = (path: string, text: string) => writeFileSync(join(repository.folder, path), text);
  const commits: string[] = [];
  const commit = (message: string) => commits.push(repository.commit(message));
  write('a.txt', numbered('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'));
  commit('Begin');
  write('a.txt', numbered('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'));
  commit('Grow at both ends');
  write('other.txt', 'none\n');
  commit('Touch another file');
  write('a.txt', numbered('0', '1', '3', '4', '5 changed', '6', '7', '8', '9', '10', '11', '12', '13'));
  commit('Lose one, change one');
  rmSync(join(repository.folder, 'a.txt'));
  write(
    'b c.txt',
    numbered('0', '1', '3', '4', '5 changed', 'new', '6', '7', '8', '9', '10', '11', '12', '13'),
  );
  commit('Rename and put one in');
  write(
    'b c.txt',
    numbered(
      '@@ -1,1 +1,1 @@',
      '0',
      '1',
      '3',
      '4',
      '5 changed',
      'new',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
    ),
  );
  commit('Put in what looks like a header');
  return commits;
}

describe('blame', () => {
  test('S2-09 names for every line the commit that git blame names, over changes, renames and pages', async () => {
    using repository = temporaryGit();
    history(repository);
    const { client } = bitbucketOver(repository);
    const blamed = repository.git('blame', '--porcelain', '-l', 'HEAD', '--', 'b c.txt').toString();
    const expected = [...blamed.matchAll(/^([0-9a-f]{40}) (\d+) (\d+)/gm)];
    expect(expected).toHaveLength(15);
    for (const [, hash, before, now] of expected) {
      const blame = await client.getBlame('acme/api', { path: '/b c.txt', ref: 'main', line: Number(now) });
      expect([now, blame?.commit.hash, blame?.line]).toEqual([now, hash, Number(before)]);
    }
    const first = await client.getBlame('acme/api', { path: 'b c.txt', ref: 'main', line: 3 });
    expect(first).toMatchObject({ path: 'a.txt', commit: { author: { raw: 'Test <test@example.com>' } } });
  });

  test('S2-09 without a line names the newest commit of the file, and asks for no more than it needs', async () => {
    using repository = temporaryGit();
    const commits = history(repository);
    const { client, calls } = bitbucketOver(repository);
    const blame = await client.getBlame('acme/api', { path: 'b c.txt', ref: 'main' });
    expect(blame).toMatchObject({ commit: { hash: commits.at(-1) }, line: undefined });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.searchParams.get('fields')).toContain('values.commit.hash');
    expect(calls[0]?.searchParams.get('pagelen')).toBe('1');
  });

  test('S2-09 is none for a file that is not there, and for a line that is older than the bound', async () => {
    using repository = temporaryGit();
    history(repository);
    const { client } = bitbucketOver(repository);
    const none = client.getBlame('acme/api', { path: 'gone.txt', ref: 'main', line: 1 });
    await expect(none).resolves.toBeUndefined();
    const far = client.getBlame('acme/api', { path: 'b c.txt', ref: 'main', line: 3, maxCommits: 2 });
    await expect(far).resolves.toBeUndefined();
  });

  test.each([
    ['line', { line: 0 }],
    ['line', { line: 1.5 }],
    ['maxCommits', { line: 1, maxCommits: 0 }],
  ])('a wrong %s is refused before anything is sent', async (option, options) => {
    using repository = temporaryGit();
    const { client, calls } = bitbucketOver(repository);
    const call = client.getBlame('acme/api', { path: 'a.txt', ref: 'main', ...options });
    await expect(call).rejects.toMatchObject({ option });
    expect(calls).toHaveLength(0);
  });

  test('a refusal other than 404 is an error', async () => {
    const server = await startServer(() => ({ status: 403, body: { error: { message: 'no' } } }));
    const client = new BitbucketApiClient({ baseUrl: server.origin, auth: accessToken('t') });
    const call = client.getBlame('acme/api', { path: 'a.txt', ref: 'main', line: 1 });
    await expect(call).rejects.toMatchObject({ code: 'forbidden' });
  });
});
