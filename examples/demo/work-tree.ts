/** A clone that the demo works in, with git itself. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WorkTree {
  readonly branch: string;
  git(...args: string[]): Promise<string>;
  /** Writes files and commits them; gives the commit's hash. */
  commit(message: string, files: Record<string, string>): Promise<string>;
}

/**
 * Clones into `folder/clone`. Git sees neither the machine's configuration nor a terminal to ask on.
 *
 * @param more variables for git, such as GIT_SSL_CAINFO
 */
export async function cloneWorkTree(
  url: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<WorkTree> {
  const tree = join(folder, 'clone');
  const identity = { NAME: 'Ada Example', EMAIL: 'ada@example.com' };
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: identity.NAME,
    GIT_AUTHOR_EMAIL: identity.EMAIL,
    GIT_COMMITTER_NAME: identity.NAME,
    GIT_COMMITTER_EMAIL: identity.EMAIL,
    ...more,
  };
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('git', args, { cwd: tree, env, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim();
  };
  await run('git', ['clone', '--quiet', url, tree], { env });
  return {
    branch: await git('symbolic-ref', '--short', 'HEAD'),
    git,
    async commit(message, files) {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(tree, path)), { recursive: true });
        await writeFile(join(tree, path), content);
      }
      await git('add', '--force', '--', ...Object.keys(files));
      await git('commit', '--quiet', '--no-verify', '-m', message);
      return git('rev-parse', 'HEAD');
    },
  };
}
