/** A body that goes out piece by piece: what it is made of is read as it is sent, and given up when the call ends. */
import { ConfigError } from '../errors/config-error.ts';

/** What is sent at one place of a body. A stream may say how many bytes it has, and is held to it. */
export type Piece =
  | Uint8Array
  | Blob
  | { readonly stream: ReadableStream<Uint8Array>; readonly size: number | undefined };

export interface OutgoingStream {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Of the whole, where every piece's is known. */
  readonly size: number | undefined;
  /** Why it could not be written to its end. */
  failure(): Error | undefined;
  /** Cancels whatever was not read yet, also while another holds `stream`. */
  abandon(): void;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Takes the streams among the pieces for itself, and reads them one after another, never ahead of the network.
 *
 * @throws ConfigError `invalid_option` for a stream that another reader has, or that was sent before
 */
export function outgoingStream(pieces: readonly Piece[]): OutgoingStream {
  const streams = pieces.flatMap((piece) =>
    'stream' in piece && !(piece instanceof Blob) ? [piece.stream] : [],
  );
  if (streams.some(({ locked }) => locked) || new Set(streams).size < streams.length) {
    throw new ConfigError(
      'body',
      'a stream in it is being read already, or was sent before',
      'Make a new stream for each part of each call',
    );
  }
  const readers = new Map(streams.map((stream) => [stream, stream.getReader()]));
  let failure: Error | undefined;
  const abandon = (): void => {
    for (const reader of readers.values()) reader.cancel(failure).catch(() => undefined);
  };
  const chunks = read(pieces, readers);
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done === true) controller.close();
          else controller.enqueue(value as Uint8Array<ArrayBuffer>);
        } catch (error) {
          failure ??= error instanceof Error ? error : new Error('a stream in it failed', { cause: error });
          abandon();
          controller.error(failure);
        }
      },
      cancel: abandon,
    },
    // What nobody asked for yet is not read: a call that fails first has begun nothing.
    { highWaterMark: 0 },
  );
  return { stream, size: total(pieces), failure: () => failure, abandon };
}

function total(pieces: readonly Piece[]): number | undefined {
  let sum = 0;
  for (const piece of pieces) {
    const size = piece instanceof Uint8Array ? piece.byteLength : piece.size;
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}

async function* read(
  pieces: readonly Piece[],
  readers: ReadonlyMap<ReadableStream<Uint8Array>, Reader>,
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else if (piece instanceof Blob) yield* readAll(piece.stream().getReader(), piece.size);
    else {
      const reader = readers.get(piece.stream);
      if (reader !== undefined) yield* readAll(reader, piece.size);
    }
  }
}

async function* readAll(reader: Reader, size: number | undefined): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!(value instanceof Uint8Array)) throw new TypeError('a stream in it gave something that is no bytes');
    sent += value.byteLength;
    if (size !== undefined && sent > size) break;
    if (value.byteLength > 0) yield value;
  }
  if (size !== undefined && sent !== size) {
    throw new RangeError(
      `a stream in it has ${sent > size ? 'more' : 'fewer'} bytes than its size of ${size}`,
    );
  }
}
