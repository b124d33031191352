/** Starts `child.ts`, or another program that takes the same arguments, as a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface Child {
  /** What it has said so far, line by line. */
  readonly lines: readonly string[];
  /** Resolves when it has said so many lines. */
  said(count: number): Promise<void>;
  /** Lets it go on. */
  go(): void;
  /** Kills it, so that it can do nothing any more. */
  kill(): Promise<void>;
  /** Resolves with its lines when it has ended by itself. */
  readonly ended: Promise<readonly string[]>;
}

export interface ChildOptions {
  readonly argument?: string;
  /** The user to run as, where the tests run as root. */
  readonly uid?: number;
  /** Path of the program. Default `child.ts`. */
  readonly program?: string;
}

export function startChild(task: string, file: string, options: ChildOptions = {}): Child {
  const { argument = '', uid, program = join(import.meta.dirname, 'child.ts') } = options;
  const child = spawn(process.execPath, [program, task, file, argument], {
    stdio: 'pipe',
    ...(uid === undefined || process.getuid?.() !== 0 ? {} : { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const errors: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = exit.then((code) => {
    if (code !== 0) throw new Error(`${task} ended with ${code}: ${errors.join('')}`);
    return lines;
  });
  ended.catch(() => {});
  return {
    lines,
    ended,
    said: (count) =>
      new Promise((resolve, reject) => {
        const look = (): void => void (lines.length >= count && resolve());
        listeners.add(look);
        look();
        ended.then(look, reject);
      }),
    go: () => void child.stdin.write('go\n'),
    kill: () => killed(child, exit),
  };
}

async function killed(child: ChildProcessWithoutNullStreams, exit: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await exit;
}
