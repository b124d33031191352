/** Receives webhook deliveries: proves them, keeps each from running twice, and calls the listeners. */
import { nearestWord } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import {
  type InboundAnswer,
  type InboundContext,
  type InboundRequest,
  readBody,
  toResponse,
} from '../http/inbound.ts';
import type { Logger } from '../shared/logger.ts';
import {
  type EventKey,
  type EventPayload,
  eventsOf,
  type KnownDelivery,
  type ParsedDelivery,
  type ReceivedAt,
  type WebhookProduct,
} from './delivery.ts';
import { readDeliveryHeaders } from './delivery-headers.ts';
import { checkMethod } from './gate.ts';
import { type AnyListener, createListeners } from './listeners.ts';
import { createPipeline } from './pipeline.ts';
import {
  checkReceiverOptions,
  type ReceiverSettings,
  type WebhookReceiverOptions,
} from './receiver-options.ts';
import { refusalOf } from './refusal.ts';

type DeliveryFor<Product extends WebhookProduct, Key> = Key extends '*'
  ? ParsedDelivery<Product>
  : Key extends EventKey<Product>
    ? KnownDelivery<Product, Key>
    : never;

/** What a listener is called with. */
export interface WebhookEvent<Product extends WebhookProduct, Key extends EventKey<Product> | '*'> {
  /** The parsed body itself. For `'*'`, that of any event: narrow `delivery` to know which. */
  readonly payload: Key extends '*' ? ParsedDelivery<Product>['payload'] : EventPayload<Product, Key>;
  readonly delivery: DeliveryFor<Product, Key> & ReceivedAt;
  /** Aborts when the sender has been answered 503 because the deadline passed. */
  readonly signal: AbortSignal;
}

/** What it gives back is awaited; when it throws, the delivery is not done, and every listener is called again on the next try. */
export type WebhookListener<Product extends WebhookProduct, Key extends EventKey<Product> | '*'> = (
  event: WebhookEvent<Product, Key>,
) => unknown;

export interface WebhookReceiver<Product extends WebhookProduct = WebhookProduct> {
  /**
   * Calls the listener with every genuine delivery of the event, or with all of them for `'*'`, events newer than the
   * library included. Listeners are called in the order in which they were added, each when the one before has ended;
   * one that fails does not keep the others from being called. To choose the status of the answer, throw a
   * `WebhookError`; anything else that is thrown is a 500. `onError` is told of all failures at once, in a
   * {@link ListenerErrors} that has the event.
   *
   * What does not end well is not sent for ever: Cloud tries a delivery that is answered 5xx, or not within 10 s, twice
   * more and then never again; Server never does. Where nothing may be lost, let the listener write it down and end,
   * or ask the API for what was missed.
   *
   * @param eventKey one, or a list: then the payload is that of any of them; narrow `delivery` by its `eventKey`
   * @returns a function that takes the listener away again
   * @throws ConfigError `invalid_option` for an event key that the product does not have, or an empty list
   * @example
   * receiver.on(['pullrequest:created', 'pullrequest:updated'], ({ payload }) => review(payload.pullrequest.id))
   */
  on<Key extends EventKey<Product> | '*'>(
    eventKey: Key | readonly Key[],
    listener: WebhookListener<Product, Key>,
  ): () => void;
  /** A fetch request in, its response out. Never rejects. */
  handle(request: Request, context?: InboundContext): Promise<Response>;
  /** Bytes in, the answer out, where the body was read already: by an adapter, a queue, a lambda. Never rejects. */
  receive(request: InboundRequest): Promise<InboundAnswer>;
  /**
   * Answers 503 from now on, and resolves when the deliveries that were let in have ended, those past their deadline
   * too.
   */
  close(): Promise<void>;
  /** The longest body in bytes, for adapters. */
  readonly bodyLimit: number;
  /** The log that was passed in, for adapters. */
  readonly logger: Logger;
}

/**
 * A receiver of the deliveries of one product. No listener runs before the signature is proven over the bytes.
 *
 * Statuses: 200 done, or done before; 204 nobody listens; 400 not a delivery; 401 not proven; 404 unknown installation;
 * 405 not POST; 413 too long; 415 compressed; 500 a listener failed; 503 try again.
 *
 * @throws ConfigError `invalid_option` for options that are unknown, wrong or, as the secret, missing
 * @example
 * const receiver = createWebhookReceiver({ product: 'cloud', secret: process.env.WEBHOOK_SECRET ?? '' })
 * receiver.on('repo:push', async ({ payload }) => { await enqueue(payload.repository.uuid) })
 * const response = await receiver.handle(request, { remoteAddress })
 * @see https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/
 * @see https://confluence.atlassian.com/bitbucketserver/manage-webhooks-938025878.html
 */
export function createWebhookReceiver<Product extends WebhookProduct>(
  options: WebhookReceiverOptions<Product>,
): WebhookReceiver<Product> {
  return assembleReceiver(checkReceiverOptions(options));
}

/** A receiver of settings that were checked. */
export function assembleReceiver<Product extends WebhookProduct>(
  settings: ReceiverSettings,
): WebhookReceiver<Product> {
  const { product, bodyLimit, logger } = settings;
  const listeners = createListeners();
  const { receive, refuse, close } = createPipeline(settings, listeners);

  return { on, handle, receive, close, bodyLimit, logger };

  function on<Key extends EventKey<Product> | '*'>(
    eventKey: Key | readonly Key[],
    listener: WebhookListener<Product, Key>,
  ) {
    const eventKeys: readonly string[] = typeof eventKey === 'string' ? [eventKey] : [...eventKey];
    checkListener(product, eventKeys, listener);
    // Listeners of all events stand in one list; what they are called with fits, since it is chosen by the event key.
    return listeners.add(eventKeys, listener as unknown as AnyListener);
  }

  async function handle(request: Request, context?: InboundContext): Promise<Response> {
    const { method, headers } = request;
    try {
      // Before the body is read: what is no POST has none worth waiting for.
      const refusal = checkMethod(method);
      if (refusal !== undefined) return toResponse(refuse(refusal));
      const body = await readBody(request, bodyLimit);
      const { remoteAddress, route } = context ?? {};
      return toResponse(await receive({ method, headers, body, remoteAddress, route }));
    } catch (thrown) {
      return toResponse(refuse(refusalOf(thrown), readDeliveryHeaders(headers)));
    }
  }
}

function checkListener(product: WebhookProduct, eventKeys: readonly string[], listener: unknown): void {
  if (eventKeys.length === 0) {
    throw new ConfigError('eventKey', 'the list is empty', "Pass at least one event key, or '*' for all");
  }
  for (const eventKey of eventKeys) checkEventKey(product, eventKey);
  if (typeof listener !== 'function') {
    throw new ConfigError('listener', 'it is not a function', 'Pass the function to call with each delivery');
  }
}

function checkEventKey(product: WebhookProduct, eventKey: string): void {
  const events = eventsOf(product);
  if (eventKey === '*' || Object.hasOwn(events, eventKey)) return;
  const meant = nearestWord(String(eventKey), Object.keys(events));
  throw new ConfigError(
    'eventKey',
    `${product} has no such event`,
    meant === undefined ? "Pass a key of the product's events, or '*'" : `Did you mean ${meant}?`,
  );
}
