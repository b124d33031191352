/** The files that a git diff changes, from its text or from a stream of it. */
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { FileChange } from '../shared/file-change.ts';
import { GitDiffReader } from './git-diff-reader.ts';

/**
 * Bytes of a chunk that are looked at in one go. Small: the strings made of them die young, and V8 then sees no reason
 * to let its heap grow; at 64 KiB a stream took 18 MB more.
 */
const sliceLength = 16 * 1024;

/**
 * The changes that a diff of git, Bitbucket Cloud or Data Center holds, in its order, as a diffstat would count them:
 * a move is `D` of the source, then `A` of the target, with or without changes inside; a copy is `A` of the target; a
 * change of mode, and a file that became a link or a submodule (two sections of a diff), is one `M`. Merges
 * (`diff --cc`) count as what they are against all parents together. Of several patches one after another
 * (`git format-patch`, Bitbucket's `…/patch`), each gives its own changes: a path may come more than once.
 *
 * Hunks are counted line by line by their `@@` header, so that a file's content never passes for a header.
 *
 * A stream is read with the memory of one chunk, however long its lines are; its chunks may be cut anywhere. It is
 * cancelled when it is not read to its end.
 *
 * @throws ConfigError `invalid_option` when `diff`, or a chunk of it, is neither text nor bytes
 * @throws TransportError `aborted` or `network` when the stream fails before its end
 * @example patchToFileChanges(await cloud.getDiff(repo, hash)) // [{ path: 'src/a.ts', type: 'M' }]
 * @see https://git-scm.com/docs/diff-format#generate_patch_text_with_p
 */
export function patchToFileChanges(diff: string): FileChange[];
export function patchToFileChanges(
  diff: AsyncIterable<string | Uint8Array> | ReadableStream<Uint8Array>,
): Promise<FileChange[]>;
export function patchToFileChanges(
  diff: string | AsyncIterable<string | Uint8Array> | ReadableStream<Uint8Array>,
): FileChange[] | Promise<FileChange[]> {
  if (typeof diff !== 'string') return readStream(diff);
  const reader = new GitDiffReader('utf8');
  reader.push(diff);
  return reader.end();
}

async function readStream(diff: AsyncIterable<unknown> | ReadableStream<Uint8Array>): Promise<FileChange[]> {
  if (typeof Reflect.get(Object(diff), Symbol.asyncIterator) !== 'function') throw notADiff();
  const feed = createFeed();
  try {
    for await (const chunk of diff) feed.push(chunk);
  } catch (cause) {
    if (isBitbucketError(cause)) throw cause;
    const aborted = cause instanceof Error && cause.name === 'AbortError';
    throw new TransportError(aborted ? 'aborted' : 'network', 'The diff ended before it was read', { cause });
  }
  return feed.end();
}

/** Makes bytes of text, and for the reader a character of each byte. */
function createFeed(): { push(chunk: unknown): void; end(): FileChange[] } {
  const reader = new GitDiffReader('latin1');
  let surrogate = '';
  const pushBytes = (chunk: Uint8Array): void => {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let start = 0; start < bytes.length; start += sliceLength) {
      reader.push(bytes.toString('latin1', start, start + sliceLength));
    }
  };
  const pushText = (chunk: string): void => {
    const text = surrogate + chunk;
    // the two halves of a character may come in two chunks
    surrogate = /[\ud800-\udbff]$/.exec(text.slice(-1))?.[0] ?? '';
    pushBytes(Buffer.from(text.slice(0, text.length - surrogate.length)));
  };
  const flush = (): void => {
    pushBytes(Buffer.from(surrogate));
    surrogate = '';
  };
  return {
    push(chunk) {
      if (typeof chunk === 'string') pushText(chunk);
      else if (chunk instanceof Uint8Array) {
        flush();
        pushBytes(chunk);
      } else throw notADiff();
    },
    end() {
      flush();
      return reader.end();
    },
  };
}

function notADiff(): ConfigError {
  return new ConfigError(
    'diff',
    'it is neither text nor a stream of text or bytes',
    'Pass a string or a body',
  );
}
