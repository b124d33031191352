/** A fetch with TLS settings of its own: a private CA, a client certificate, or no verification, for one client alone. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { FetchLike } from '../shared/types.ts';
import { loadUndici, undiciFetch } from './undici-fetch.ts';

/** One PEM text (which may hold several certificates), or several. */
export type Pem = string | Uint8Array | readonly (string | Uint8Array)[];

export interface TlsOptions {
  /** Certificates that are trusted, instead of the system's. */
  readonly ca?: Pem | undefined;
  /** The client's own certificate, with its chain; shown to the server of `baseUrl` only. Needs `key`. */
  readonly cert?: Pem | undefined;
  /** The private key of `cert`, as PEM without a pass phrase. */
  readonly key?: string | Uint8Array | undefined;
  /**
   * False takes any certificate of the server of `baseUrl`: whoever stands between can read and change everything.
   * Pass its CA instead where you can. Default true.
   */
  readonly verify?: boolean | undefined;
}

export interface TlsFetch {
  readonly fetch: FetchLike;
  /** Ends the connections, once what is under way has ended; calls after it fail. May be called again. */
  readonly close: () => Promise<void>;
}

/** What of undici is used. Its types are not named in ours, so that nobody needs it who passes no `tls`. */
interface Connections {
  readonly fetch: FetchLike;
  readonly close: () => Promise<void>;
}

/**
 * A fetch by undici, whose connections to the origin of `baseUrl` have these settings. Those to other origins, where a
 * redirect may lead, have the `ca` only: no certificate is shown to them, and theirs are verified. undici is loaded
 * on the first call.
 *
 * @throws ConfigError `invalid_option` naming the part that cannot work · (on a call) when undici is not installed
 */
export function createTlsFetch(tls: TlsOptions, baseUrl: string): TlsFetch {
  checkTls(tls);
  let opened: Promise<Connections> | undefined;
  let closed: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    // One that could not be opened has nothing to end; its failure was the call's.
    const connections = await opened?.catch(() => undefined);
    await connections?.close();
  };
  return {
    fetch: async (url, init) => {
      if (closed !== undefined) {
        throw new ConfigError('client', 'it was closed', 'Make a new one, or close it after the last call');
      }
      opened ??= openConnections(tls, new URL(baseUrl).origin);
      return (await opened).fetch(url, init);
    },
    close: () => {
      closed ??= end();
      return closed;
    },
  };
}

async function openConnections({ ca, cert, key, verify }: TlsOptions, home: string): Promise<Connections> {
  const undici = await loadUndici('tls');
  const trust = ca === undefined ? {} : { ca: buffersOf(ca) };
  const own = {
    ...trust,
    ...(cert === undefined || key === undefined ? {} : { cert: buffersOf(cert), key: Buffer.from(key) }),
    rejectUnauthorized: verify ?? true,
  };
  const dispatcher = new undici.Agent({
    factory: (origin, options) =>
      new undici.Pool(origin, { ...options, connect: new URL(origin).origin === home ? own : trust }),
  });
  return {
    fetch: undiciFetch(undici, dispatcher),
    close: () => dispatcher.close(),
  };
}

function checkTls(tls: TlsOptions): void {
  checkOptions('tls', tls, ['ca', 'cert', 'key', 'verify']);
  const { ca, cert, key, verify } = tls;
  for (const [option, value] of Object.entries({ ca, cert, key })) {
    if (value === undefined || isPem(value)) continue;
    const fix = 'Pass what the .pem file holds, not its path';
    throw new ConfigError(`tls.${option}`, 'it is no PEM text', fix);
  }
  if ((cert === undefined) !== (key === undefined)) {
    const [missing, given] = cert === undefined ? ['cert', 'key'] : ['key', 'cert'];
    throw new ConfigError(`tls.${missing}`, `it is missing beside ${given}`, 'Pass both, or neither');
  }
  if (verify !== undefined && typeof verify !== 'boolean') {
    throw new ConfigError('tls.verify', 'it is no boolean', 'Pass true, or false to take any certificate');
  }
}

const listOf = <T>(value: T | readonly T[]): readonly T[] => [value].flat() as readonly T[];

const isPem = (value: unknown): boolean => {
  const parts = listOf(value);
  const isOne = (part: unknown): boolean =>
    (typeof part === 'string' || part instanceof Uint8Array) && Buffer.from(part).includes('-----BEGIN ');
  return parts.length > 0 && parts.every(isOne);
};

const buffersOf = (pem: Pem): Buffer[] => listOf<string | Uint8Array>(pem).map((part) => Buffer.from(part));
