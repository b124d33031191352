/** A fetch for servers whose addresses tenants type in: it reaches the public internet, and nothing that is inside. */
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { FetchLike, MaybePromise } from '../shared/types.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { publicAddresses } from './is-public-address.ts';
import { loadUndici, type Undici, undiciFetch } from './undici-fetch.ts';

/** Where a connection is about to lead. */
export interface ServerAddress {
  /** As it stands in the URL. */
  readonly hostname: string;
  /** What it resolved to: an IPv4 or IPv6 address. */
  readonly address: string;
}

/**
 * Asked for each address that is not public (private, loopback, link-local, metadata, …) before anything connects to it.
 * True lets it through: for tenants whose servers are in one's own network. Whoever may type in an address then calls
 * whatever it names there.
 */
export type AllowServerAddress = (target: ServerAddress) => MaybePromise<boolean>;

export interface GuardedConnectionsOptions {
  readonly allowServerAddress?: AllowServerAddress | undefined;
  /** Resolves a name. Default: the system's. */
  readonly resolve?: ((hostname: string) => Promise<readonly ResolvedAddress[]>) | undefined;
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** One server, as a tenant described it. */
export interface GuardedServer {
  readonly baseUrl: string;
  /** False takes any certificate of the server of `baseUrl`, and of no other where a redirect may lead. */
  readonly verifyTls: boolean;
}

/** Connections to the servers of all tenants. */
export interface GuardedConnections {
  /**
   * A fetch for one server. It calls https only, and connects to public addresses only: the address is judged as it is
   * connected to, so that neither a redirect nor a second answer of the DNS leads past it.
   *
   * The fetch rejects with TransportError `forbidden_address`.
   */
  readonly fetchFor: (server: GuardedServer) => FetchLike;
  /** Ends the connections, once what is under way has ended; calls after it fail. May be called again. */
  readonly close: () => Promise<void>;
}

/** Bytes of one answer: nobody has vouched for the server, and it must not fill the memory of all tenants. */
const longestAnswer = 64 * 1024 * 1024;

interface Agents {
  /** With certificates verified, and without. */
  readonly strict: FetchLike;
  readonly lax: FetchLike;
  readonly close: () => Promise<unknown>;
}

type Guard = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** undici is loaded on the first call. */
export function createGuardedConnections(options: GuardedConnectionsOptions = {}): GuardedConnections {
  const guard = createGuard(options);
  let opened: Promise<Agents> | undefined;
  let closed: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    const agents = await opened?.catch(() => undefined);
    await agents?.close();
  };
  return {
    fetchFor: ({ baseUrl, verifyTls }) => {
      const home = new URL(baseUrl).origin;
      return async (url, init) => {
        const { protocol, origin } = new URL(url);
        if (closed !== undefined) {
          throw new ConfigError('connections', 'they were closed', 'Make new ones, or close them later');
        }
        if (protocol !== 'https:') throw refused('it is not https');
        opened ??= openAgents(guard);
        const { strict, lax } = await opened;
        const send = boundedFetch(verifyTls || origin !== home ? strict : lax, longestAnswer);
        return withOurError(send(url, init));
      };
    },
    close: () => {
      closed ??= end();
      return closed;
    },
  };
}

async function openAgents(guard: Guard): Promise<Agents> {
  const undici = await loadUndici('server');
  const agents = [true, false].map(
    (verify) => new undici.Agent({ connect: connector(undici, guard, verify) }),
  );
  const [strict, lax] = agents.map((agent) => undiciFetch(undici, agent));
  if (strict === undefined || lax === undefined) throw new TypeError('there are two agents');
  return { strict, lax, close: () => Promise.all(agents.map((agent) => agent.close())) };
}

/** Names are judged in the lookup of the very connection; an address that is written out has none, and is judged here. */
function connector(undici: Undici, guard: Guard, verify: boolean): ReturnType<Undici['buildConnector']> {
  const connect = undici.buildConnector({ rejectUnauthorized: verify, lookup: lookupWith(guard) });
  return (target, callback) => {
    if (isIP(target.hostname) === 0) return connect(target, callback);
    guard(target.hostname).then(
      () => connect(target, callback),
      (error: Error) => callback(error, null),
    );
  };
}

const lookupWith =
  (guard: Guard): LookupFunction =>
  (hostname, { all }, callback) => {
    guard(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family ?? 0);
      },
      (error: Error) => callback(error, ''),
    );
  };

/** The addresses of a host, all of which may be called; one that may not refuses the host. */
function createGuard({ allowServerAddress, resolve = resolveAll }: GuardedConnectionsOptions): Guard {
  const isPublic = publicAddresses();
  return async (hostname) => {
    const family = isIP(hostname);
    const addresses = family === 0 ? await resolve(hostname) : [{ address: hostname, family }];
    if (addresses.length === 0) throw new TransportError('network', 'The host has no address');
    for (const { address } of addresses) {
      if (isPublic(address)) continue;
      if (!(await isAllowed({ hostname, address }, allowServerAddress))) {
        throw refused(
          'it leads to a private or special address, and allowServerAddress does not let it through',
        );
      }
    }
    return addresses;
  };
}

/** Fails closed: a function that throws lets nothing through. */
async function isAllowed(target: ServerAddress, allow: AllowServerAddress | undefined): Promise<boolean> {
  try {
    return (await allow?.(target)) === true;
  } catch (cause) {
    throw refused('allowServerAddress failed', cause);
  }
}

const resolveAll = (hostname: string): Promise<readonly ResolvedAddress[]> =>
  systemLookup(hostname, { all: true });

/** fetch puts what failed to connect beneath an error of its own. */
async function withOurError(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (isBitbucketError(cause)) throw cause;
    }
    throw error;
  }
}

/** The address is in no message: whoever typed it in may not learn what a name of the inside resolves to. */
function refused(why: string, cause?: unknown): TransportError {
  const options = cause === undefined ? undefined : { cause };
  return new TransportError('forbidden_address', `The server may not be called from here: ${why}`, options);
}
