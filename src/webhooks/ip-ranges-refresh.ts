/** Fetches the published list of address ranges: once for all who wait, within a time and a size. */
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import { boundedFetch } from '../http/bounded-fetch.ts';
import { deliver } from '../http/deliver.ts';
import { withoutQuery } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';
import { version } from '../shared/version.ts';

export interface ListSource {
  readonly fetch: FetchLike;
  readonly url: string;
  /** In ms, for the answer with its body. */
  readonly timeout: number;
}

export interface FetchedList {
  readonly text: string;
  readonly etag: string | undefined;
}

/** The published list has some 200 kB. */
const longestList = 4 * 1024 * 1024;

/** Asked without a credential: the list is public. */
const nobody = { authorize: async (request: Request) => request };

/**
 * The list, or `undefined` when it is still the one of the ETag.
 *
 * @throws TransportError `network`, `timeout`, `aborted`, `redirect_refused`; `bad_answer` for a status other than 200
 *   and for a body of more than 4 MiB
 */
export async function fetchList(
  { fetch, url, timeout }: ListSource,
  etag: string | undefined,
  signal: AbortSignal,
): Promise<FetchedList | undefined> {
  const name = `GET ${withoutQuery(url)}`;
  const expired = AbortSignal.timeout(timeout);
  const headers = {
    accept: 'application/json',
    'user-agent': `bitbucket-sdk/${version}`,
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
  };
  try {
    const request = new Request(url, { headers, signal: AbortSignal.any([signal, expired]) });
    const bounded = boundedFetch(fetch, longestList);
    const response = await deliver(request, {
      auth: nobody,
      fetch: bounded,
      names: { name },
      body: undefined,
    });
    if (response.status === 200) {
      return { text: await response.text(), etag: response.headers.get('etag') ?? undefined };
    }
    // Not waited for: where a host's fetch has cloned the answer, its body ends only when the clone does.
    response.body?.cancel().catch(() => undefined);
    if (response.status === 304 && etag !== undefined) return undefined;
    throw new TransportError('bad_answer', `${name} was answered with status ${response.status}`);
  } catch (cause) {
    if (isBitbucketError(cause)) throw cause;
    if (signal.aborted) throw new TransportError('aborted', `${name} was aborted by its signal`, { cause });
    if (expired.aborted) throw new TransportError('timeout', `${name} timed out`, { cause });
    throw new TransportError('network', `${name} got no answer`, { cause });
  }
}
