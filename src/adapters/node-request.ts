/** Makes a fetch request of a Node request and its body. */
import type { IncomingMessage } from 'node:http';
import { WebhookError } from '../errors/webhook-error.ts';

interface RequestParts {
  /** The path and query as the client wrote them. */
  readonly target: string;
  readonly origin: string | undefined;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
}

/** @throws WebhookError `request_invalid` (400) for a method, Host header or target that cannot be in a request */
export function toFetchRequest(
  request: IncomingMessage,
  { target, origin, body, signal }: RequestParts,
): Request {
  const { method = 'GET' } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.byteLength > 0;
  try {
    return new Request((origin ?? originOf(request)) + pathOf(target), {
      method,
      headers: headersOf(request),
      // Fetch takes any bytes; its type leaves out those over shared memory, which no socket gives.
      body: hasBody ? (body as Uint8Array<ArrayBuffer>) : null,
      signal,
    });
  } catch (cause) {
    throw cause instanceof WebhookError ? cause : invalid('it cannot be made a fetch request', cause);
  }
}

/** Names, IPv4 and bracketed IPv6 addresses, with or without a port: nothing that would change the rest of the address. */
const hostPattern = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i;

function originOf({ headers, socket }: IncomingMessage): string {
  const { host } = headers;
  if (host === undefined || !hostPattern.test(host))
    throw invalid('the Host header is missing or not a host');
  return `${'encrypted' in socket && socket.encrypted === true ? 'https' : 'http'}://${host}`;
}

/** A proxy may send the whole address as target: its host is not to be believed, either. */
function pathOf(target: string): string {
  if (target.startsWith('/')) return target;
  if (!URL.canParse(target)) throw invalid('the request target is not a path');
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function headersOf({ headers }: IncomingMessage): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    for (const one of typeof value === 'string' ? [value] : value) result.append(name, one);
  }
  return result;
}

const invalid = (reason: string, cause?: unknown) =>
  new WebhookError('request_invalid', 400, reason, cause === undefined ? undefined : { cause });
