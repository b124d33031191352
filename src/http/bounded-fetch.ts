/** A fetch whose answers have an end: for servers that nobody has vouched for. */
import { TransportError } from '../errors/transport-error.ts';
import type { FetchLike } from '../shared/types.ts';

/** As `fetch`, with answers of at most so many bytes; reading a longer one fails with `bad_answer`. */
export function boundedFetch(fetch: FetchLike, bytes: number): FetchLike {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (response.body === null) return response;
    let length = 0;
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        length += chunk.byteLength;
        if (length <= bytes) return controller.enqueue(chunk);
        const name = `${init.method ?? 'GET'} ${new URL(url).pathname}`;
        throw new TransportError('bad_answer', `${name} was answered with more than ${bytes} bytes`);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(count), { status, statusText, headers: [...headers] });
  };
}
