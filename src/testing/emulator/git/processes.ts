/** Starts git, reads what it prints, and ends every child that is still there on close. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createLimiter } from './limiter.ts';

/** git ended with an error. Stays inside the emulator. */
export class GitError extends Error {
  readonly exitCode: number | null;

  constructor(command: string, exitCode: number | null, stderr: string) {
    super(`git ${command} failed (${exitCode ?? 'killed'}): ${stderr.trim().slice(0, 500)}`);
    this.exitCode = exitCode;
  }
}

export interface GitRunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** What it is given to read; only for `text`. */
  readonly input?: string | Uint8Array | undefined;
  /** Ends as a group with its own children; for programs that start further ones. */
  readonly group?: boolean | undefined;
}

export interface GitProcesses {
  /** All of the output as text. For short answers. */
  text(args: readonly string[], options: GitRunOptions): Promise<string>;
  /** The NUL-separated records of the output, as they come. */
  records(args: readonly string[], options: GitRunOptions): AsyncGenerator<string, void, undefined>;
  /** The output as it comes; git is ended when the reader loses interest. */
  stream(args: readonly string[], options: GitRunOptions): ReadableStream<Uint8Array>;
  /** A child to talk with. */
  open(args: readonly string[], options: GitRunOptions): ChildProcessWithoutNullStreams;
  /** Kills all that run and waits until they are gone. */
  close(): Promise<void>;
}

/** Commands that only read wait for their turn beyond this many. */
const atOnce = 16;

export function createGitProcesses(baseEnv: NodeJS.ProcessEnv): GitProcesses {
  const running = new Map<ChildProcessWithoutNullStreams, boolean>();
  const limit = createLimiter(atOnce);
  let closed = false;

  const open: GitProcesses['open'] = (args, { cwd, env, group = false }) => {
    if (closed) throw new GitError(args[0] ?? '', null, 'the emulator is closed');
    const detached = group && process.platform !== 'win32';
    const child = spawn('git', [...args], { cwd, env: { ...baseEnv, ...env }, detached, windowsHide: true });
    running.set(child, detached);
    child.once('close', () => running.delete(child));
    // A git that cannot be started is told by its streams, which end without a word.
    child.once('error', () => running.delete(child));
    // A child that ends before it has read all of its input is told by its exit code.
    child.stdin.on('error', () => {});
    return child;
  };

  return {
    open,
    text: (args, options) => limit(() => readText(open(args, options), args, options.input)),
    records: (args, options) => readRecords(() => open(args, options), args),
    stream: (args, options) => readStream(open(args, options), args),
    async close() {
      closed = true;
      await Promise.all([...running].map(([child, detached]) => end(child, detached)));
    },
  };
}

async function readText(
  child: ChildProcessWithoutNullStreams,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdin.end(input);
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await ended(child, args);
  return Buffer.concat(chunks).toString('utf8');
}

async function* readRecords(
  start: () => ChildProcessWithoutNullStreams,
  args: readonly string[],
): AsyncGenerator<string, void, undefined> {
  const child = start();
  child.stdin.end();
  const end = ended(child, args);
  // Looked at below; a failure before that must not count as unhandled.
  end.catch(() => {});
  const decoder = new TextDecoder();
  let rest = '';
  let complete = false;
  try {
    for await (const chunk of child.stdout) {
      const records = (rest + decoder.decode(chunk, { stream: true })).split('\0');
      rest = records.pop() ?? '';
      yield* records;
    }
    if (rest !== '') yield rest;
    complete = true;
  } finally {
    if (!complete) child.kill('SIGKILL');
  }
  await end;
}

function readStream(
  child: ChildProcessWithoutNullStreams,
  args: readonly string[],
): ReadableStream<Uint8Array> {
  child.stdin.end();
  const end = ended(child, args);
  end.catch(() => {});
  const source = child.stdout[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done !== true) {
        controller.enqueue(new Uint8Array(value));
        return;
      }
      // Output that ends in an error must not look complete.
      await end;
      controller.close();
    },
    cancel() {
      child.kill('SIGKILL');
      child.stdout.destroy();
    },
  });
}

function ended(child: ChildProcessWithoutNullStreams, args: readonly string[]): Promise<void> {
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < 2_000) stderr += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new GitError(args[0] ?? '', code, stderr));
    });
  });
}

async function end(child: ChildProcessWithoutNullStreams, detached: boolean): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.destroy();
  child.stderr.destroy();
  try {
    if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // Gone already.
  }
  await gone;
}
