/** The common core of the Node adapters: a Node request in, the target's answer out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebhookError } from '../errors/webhook-error.ts';
import { type InboundHandler, type InboundRoute, refusalAnswer } from '../http/inbound.ts';
import { isWebhookError } from '../webhooks/refusal.ts';
import { toFetchRequest } from './node-request.ts';
import { sendAnswer, sendResponse } from './node-response.ts';
import type { BytesTarget, NodeSettings } from './node-target.ts';
import { discardRest, type ParsedBody, readNodeBody } from './read-node-body.ts';

/** What is known of a request beside Node's own fields. */
interface Arrival {
  /** Path and query before any router has cut its part off. */
  readonly target: string;
  readonly route: InboundRoute | undefined;
}

/** Answers every request, whatever happens; what it gives back never rejects. */
export async function serveNode<Incoming extends IncomingMessage & ParsedBody>(
  settings: NodeSettings<Incoming>,
  request: Incoming,
  response: ServerResponse,
  arrive: (request: Incoming) => Arrival,
): Promise<void> {
  const { target, bodyLimit, logger } = settings;
  // Read before anything is waited for: a socket that is gone has no address.
  const { remoteAddress } = request.socket;
  try {
    const { route, target: path } = arrive(request);
    const body = await readNodeBody(request, bodyLimit);
    const arrived = { request, response, body, remoteAddress, route };
    if (typeof target === 'function') await serveFetch(target, { ...arrived, path, origin: settings.origin });
    else await serveBytes(target, arrived);
  } catch (thrown) {
    const error = webhookErrorOf(thrown);
    const { code, status, reason, cause } = error;
    logger[status >= 500 ? 'error' : 'warn'](`Request refused: ${reason}`, {
      code,
      status,
      cause: cause instanceof Error ? cause.name : undefined,
    });
    if (response.headersSent) response.destroy();
    else sendAnswer(response, refusalAnswer(error));
    discardRest(request);
  }
}

interface Arrived {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Uint8Array;
  readonly remoteAddress: string | undefined;
  readonly route: InboundRoute | undefined;
}

async function serveBytes(target: BytesTarget, { request, response, ...rest }: Arrived): Promise<void> {
  const { method = '', headers } = request;
  sendAnswer(response, await target.receive({ method, headers, ...rest }));
}

async function serveFetch(
  target: InboundHandler,
  { request, response, path, origin, ...rest }: Arrived & { path: string; origin: string | undefined },
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const { body, remoteAddress, route } = rest;
  const fetchRequest = toFetchRequest(request, { target: path, origin, body, signal: gone.signal });
  await sendResponse(response, await target(fetchRequest, { remoteAddress, route }));
}

const webhookErrorOf = (thrown: unknown): WebhookError =>
  isWebhookError(thrown)
    ? thrown
    : new WebhookError('receiver_failed', 500, 'the handler failed', { cause: thrown });
