/** Chooses what a client of a server calls with: the global fetch, the host's, or one with TLS settings. */
import { ConfigError } from '../errors/config-error.ts';
import { createTlsFetch, type TlsOptions } from '../http/tls-fetch.ts';
import type { FetchLike } from '../shared/types.ts';

export interface ConnectionOptions {
  readonly baseUrl: string;
  /** Instead of the global `fetch`: for a proxy, or to observe. Called with an address and an init, apart. */
  readonly fetch?: FetchLike | undefined;
  /** A private CA, a client certificate, or no verification. Needs the package undici; excludes `fetch`. */
  readonly tls?: TlsOptions | undefined;
}

export interface Connection {
  /** `undefined` for the global one, which is looked up at each call. */
  readonly fetch: FetchLike | undefined;
  readonly close: () => Promise<void>;
}

/** @throws ConfigError `invalid_option` naming the part of `tls` that cannot work */
export function openConnection({ baseUrl, fetch, tls }: ConnectionOptions): Connection {
  if (tls === undefined) return { fetch, close: async () => {} };
  if (fetch === undefined) return createTlsFetch(tls, baseUrl);
  throw new ConfigError('tls', 'it has no effect on a fetch of your own', 'Pass tls or fetch, not both');
}
