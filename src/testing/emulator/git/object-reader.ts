/** Reads objects of one repository through a `git cat-file` that is kept open: a tenth of a millisecond an object. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError, type GitProcesses } from './processes.ts';

export interface ObjectInfo {
  readonly hash: string;
  readonly type: 'commit' | 'tree' | 'blob' | 'tag';
  /** Bytes. */
  readonly size: number;
}

export interface GitObject extends ObjectInfo {
  readonly content: Buffer;
}

export interface ObjectReader {
  /** `undefined` where there is none, and where a short hash fits several. */
  info(name: string): Promise<ObjectInfo | undefined>;
  /** The whole object in memory: for commits, tags and small blobs. */
  read(name: string): Promise<GitObject | undefined>;
}

interface Question {
  readonly wantsContent: boolean;
  answer(object: GitObject | undefined): void;
  fail(error: Error): void;
}

/** An open reader holds file handles; after this many milliseconds without a question it is ended. */
const idleTime = 30_000;

export function createObjectReader(git: GitProcesses, cwd: string): ObjectReader {
  let session: ReturnType<typeof openSession> | undefined;
  let idle: NodeJS.Timeout | undefined;

  const ask = (command: 'info' | 'contents', name: string): Promise<GitObject | undefined> => {
    // The protocol is one question a line.
    if (/[\n\r\0]/.test(name)) return Promise.resolve(undefined);
    if (session === undefined || session.ended()) session = openSession(git, cwd);
    const current = session;
    clearTimeout(idle);
    idle = setTimeout(() => current.end(), idleTime).unref();
    return current.ask(command, name);
  };

  return {
    info: (name) => ask('info', name),
    read: (name) => ask('contents', name),
  };
}

function openSession(git: GitProcesses, cwd: string) {
  const child = git.open(['cat-file', '--batch-command'], { cwd });
  const questions: Question[] = [];
  let over = false;
  const fail = (): void => {
    over = true;
    for (const question of questions.splice(0)) {
      question.fail(new GitError('cat-file', child.exitCode, 'the reader ended'));
    }
  };
  child.once('error', fail);
  child.once('close', fail);
  child.stderr.resume();
  listen(child, questions);
  return {
    ended: () => over,
    end: () => {
      over = true;
      child.stdin.end();
    },
    ask: (command: 'info' | 'contents', name: string) =>
      new Promise<GitObject | undefined>((answer, reject) => {
        questions.push({ wantsContent: command === 'contents', answer, fail: reject });
        child.stdin.write(`${command} ${name}\n`);
      }),
  };
}

/** Takes the answers apart: a line of hash, type and size, then, if asked for, the content and a line end. */
function listen(child: ChildProcessWithoutNullStreams, questions: Question[]): void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 1;
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < needed) return;
    let data: Buffer = Buffer.concat(chunks, length);
    needed = 1;
    for (;;) {
      const taken = takeAnswer(data, questions[0]);
      if (taken.rest === undefined) {
        needed = taken.needed;
        break;
      }
      questions.shift()?.answer(taken.object);
      data = taken.rest;
    }
    chunks = [data];
    length = data.length;
  });
}

function takeAnswer(
  data: Buffer,
  question: Question | undefined,
): { object?: GitObject | undefined; rest?: Buffer; needed: number } {
  const lineEnd = data.indexOf(10);
  if (lineEnd === -1 || question === undefined) return { needed: data.length + 1 };
  const fields = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(data.toString('utf8', 0, lineEnd));
  const afterLine = lineEnd + 1;
  if (fields === null) return { object: undefined, rest: data.subarray(afterLine), needed: 0 };
  const size = Number(fields[3]);
  const info = { hash: fields[1] ?? '', type: fields[2] as ObjectInfo['type'], size };
  if (!question.wantsContent) {
    return { object: { ...info, content: Buffer.alloc(0) }, rest: data.subarray(afterLine), needed: 0 };
  }
  const end = afterLine + size + 1;
  if (data.length < end) return { needed: end };
  // A copy: a slice would keep the whole chunk alive.
  const content = Buffer.from(data.subarray(afterLine, afterLine + size));
  return { object: { ...info, content }, rest: data.subarray(end), needed: 0 };
}
