/** Sends one attempt: authorizes each hop afresh, follows redirects by our rules, renews a refused credential once. */
import { TransportError } from '../errors/transport-error.ts';
import type { FetchLike } from '../shared/types.ts';
import type { Authorizer } from './authorizer.ts';

/** A body that can be sent more than once, or a stream that cannot. */
export type OutgoingBody =
  | string
  | Uint8Array<ArrayBuffer>
  | FormData
  | URLSearchParams
  | ReadableStream<Uint8Array>;

export interface Delivery {
  readonly auth: Authorizer;
  readonly fetch: FetchLike;
  /** The call as messages name it, by method and path: read only where something is said of it. */
  readonly names: { readonly name: string };
  readonly body: OutgoingBody | undefined;
  /** Does a redirect there mean that the server wants a person to log in? It is not followed then, but given back. */
  readonly isLoginPage?: ((address: URL) => boolean) | undefined;
}

interface Hop {
  readonly request: Request;
  readonly body: OutgoingBody | undefined;
  /** False once a redirect has left the API's origin: from then on no credential is sent, wherever it leads. */
  readonly trusted: boolean;
}

const maxRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** All that another origin is told. */
const publicHeaders = ['accept', 'user-agent', 'range'];

/** The answer to `request`, whatever its status, after at most five redirects. */
export async function deliver(request: Request, delivery: Delivery): Promise<Response> {
  let hop: Hop = { request, body: delivery.body, trusted: true };
  for (let redirects = 0; ; redirects += 1) {
    const { trusted } = hop;
    const authorized = trusted ? await delivery.auth.authorize(hop.request) : hop.request;
    const answer = await transmit(authorized, hop, delivery);
    const response =
      trusted && answer.status === 401 ? await renew(authorized, answer, hop, delivery) : answer;
    if (!redirectStatuses.has(response.status)) return response;
    const location = response.headers.get('location');
    if (location === null) return response;
    const to = URL.parse(location, hop.request.url);
    if (to !== null && delivery.isLoginPage?.(to) === true) return response;
    giveUp(response);
    if (redirects === maxRedirects) throw refused(delivery, `it redirects more than ${maxRedirects} times`);
    hop = nextHop(hop, response.status, to, delivery);
  }
}

/** The answer to a second try with a fresh credential, or the refusal where there is none to be had. */
async function renew(refused: Request, answer: Response, hop: Hop, delivery: Delivery): Promise<Response> {
  const { auth } = delivery;
  if (hop.body instanceof ReadableStream || !(await auth.renew?.(refused, answer))) return answer;
  giveUp(answer);
  return transmit(await auth.authorize(hop.request), hop, delivery);
}

/** Not waited for: where a host's fetch has cloned the answer, its body ends only when the clone does. */
function giveUp({ body }: Response): void {
  body?.cancel().catch(() => undefined);
}

function transmit({ url, headers }: Request, { request, body }: Hop, { fetch }: Delivery): Promise<Response> {
  const init: RequestInit = { method: request.method, headers, redirect: 'manual', signal: request.signal };
  if (body !== undefined) init.body = body;
  if (body instanceof ReadableStream) {
    init.duplex = 'half';
    // With any other choice Node's fetch keeps the whole stream in memory, in case it has to send it again.
    init.redirect = 'error';
  }
  return fetch(url, init);
}

function nextHop(hop: Hop, status: number, target: URL | null, delivery: Delivery): Hop {
  const { request } = hop;
  const to = checkTarget(request, target, delivery);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const stays = hop.trusted && to.origin === new URL(request.url).origin;
  if (!stays && !isRead) throw refused(delivery, `its redirect leads a ${request.method} to another origin`);

  const becomesGet = !isRead && (status === 303 || (status < 303 && request.method === 'POST'));
  const headers = stays ? new Headers(request.headers) : only(request.headers, publicHeaders);
  headers.delete('authorization');
  if (becomesGet) headers.delete('content-type');
  const method = becomesGet ? 'GET' : request.method;
  const body = becomesGet ? undefined : hop.body;
  const init: RequestInit = { method, headers, signal: request.signal };
  // For a credential that signs it; the body that is sent is the hop's.
  if (isReplayable(body)) init.body = body;
  return { request: new Request(to.href, init), body, trusted: stays };
}

/** FormData is left out: a request would choose another boundary for it than the one that is sent. */
export function isReplayable(
  body: OutgoingBody | undefined,
): body is string | URLSearchParams | Uint8Array<ArrayBuffer> {
  return body !== undefined && !(body instanceof FormData) && !(body instanceof ReadableStream);
}

function checkTarget(request: Request, to: URL | null, delivery: Delivery): URL {
  if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '') {
    throw refused(delivery, 'its redirect names no address that may be called');
  }
  if (request.url.startsWith('https:') && to.protocol === 'http:') {
    throw refused(delivery, 'its redirect leaves https');
  }
  return to;
}

function only(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

function refused({ names }: Delivery, why: string): TransportError {
  return new TransportError('redirect_refused', `${names.name}: ${why}; not followed`);
}
