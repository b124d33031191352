/** A git repository in a temporary folder, for tests that hold the library against git itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChange } from 'bitbucket-sdk/integration';

export interface TemporaryGit extends Disposable {
  readonly folder: string;
  /** Runs git in the repository and gives its output. */
  git(...args: string[]): Buffer;
  /** Commits all that is in the folder. */
  commit(message: string): string;
}

/** Deaf to the machine's own git configuration. Removes itself: `using repository = temporaryGit()`. */
export function temporaryGit(): TemporaryGit {
  const folder = mkdtempSync(join(tmpdir(), 'bitbucket-sdk-git-'));
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  };
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  const git = (...args: string[]): Buffer =>
    execFileSync('git', [...identity, ...args], {
      cwd: folder,
      env,
      maxBuffer: 256 * 1024 * 1024,
      stdio: 'pipe',
    });
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD').toString().trim();
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What `--raw -z` says, in the library's words: R is D and A, C is A, T is M. */
export function changesOfRaw(raw: Buffer): FileChange[] {
  const fields = raw.toString().split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const status = (fields[at] ?? '').split(' ').at(-1) ?? '';
    const path = fields[at + 1] ?? '';
    const two = /^[RC]/.test(status);
    const target = two ? (fields[at + 2] ?? '') : path;
    if (status.startsWith('R')) changes.push({ path, type: 'D' });
    changes.push({ path: target, type: two ? 'A' : kindOf(status) });
    at += two ? 3 : 2;
  }
  return changes;
}

/** A merge has a letter for each parent: added or deleted only where it is so against all of them. */
function kindOf(status: string): FileChange['type'] {
  if (/^A+$/.test(status)) return 'A';
  return /^D+$/.test(status) ? 'D' : 'M';
}
