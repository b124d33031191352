/** The address that a request came from, through proxies that the host runs and no others. */
import { isIP } from 'node:net';
import { ConfigError } from '../errors/config-error.ts';
import { headerValue, type InboundHeaders } from './inbound.ts';

export interface ClientAddressInput {
  /** The peer's address, from the socket. */
  readonly remoteAddress: string | undefined;
  readonly headers: InboundHeaders;
  /** How many proxies of the host's own stand between the sender and this process. 0: the header is not read. */
  readonly trustedProxies: number;
}

/** The longest address, in brackets and with a port. */
const longestEntry = 53;

/** An address, or one with a port behind it, in the forms that proxies write. */
const withPort = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/;

/**
 * The sender's address; `undefined` where it is not known, which whoever asks must take for a no.
 *
 * Each proxy puts its peer's address at the end of `X-Forwarded-For`, so behind n of them the sender's is the nth from
 * the right: what stands left of it was written by the sender, who may write anything. Nothing else is tried when that
 * entry is missing or no address. This holds only where nobody reaches the process but by way of all n proxies.
 *
 * @throws ConfigError `invalid_option` when `trustedProxies` is no whole number of 0 or more
 * @example clientAddress({ remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }, trustedProxies: 1 }) // '192.0.2.7'
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For
 */
export function clientAddress({
  remoteAddress,
  headers,
  trustedProxies,
}: ClientAddressInput): string | undefined {
  if (!Number.isInteger(trustedProxies) || trustedProxies < 0) {
    throw new ConfigError('trustedProxies', 'it is no number of proxies', 'Pass 0 or more');
  }
  if (trustedProxies === 0) return remoteAddress;
  const list = headerValue(headers, 'x-forwarded-for');
  const entry = list === undefined ? undefined : fromRight(list, trustedProxies);
  return entry === undefined ? undefined : bareAddress(entry);
}

/** The nth entry from the right, counted from 1. Looks no further left: the sender chooses how long that part is. */
function fromRight(list: string, n: number): string | undefined {
  let end = list.length;
  for (let skipped = 1; skipped < n; skipped++) {
    end = commaBefore(list, end);
    if (end < 0) return undefined;
  }
  return list.slice(commaBefore(list, end) + 1, end).trim();
}

const commaBefore = (list: string, end: number): number => (end === 0 ? -1 : list.lastIndexOf(',', end - 1));

/** Without port and brackets; `undefined` for what is no address, or one with a zone. */
function bareAddress(entry: string): string | undefined {
  if (entry.length > longestEntry || entry.includes('%')) return undefined;
  const [, bracketed, ipv4] = withPort.exec(entry) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6 ? bracketed : undefined;
  const address = ipv4 ?? entry;
  return isIP(address) === 0 ? undefined : address;
}
