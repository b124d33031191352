/** One view over the events of both products, so that a service handles Cloud and Server with one listener. */
import { cloudViews } from './change-event-cloud.ts';
import { serverViews } from './change-event-server.ts';
import type { ChangeView } from './change-view.ts';
import type { WebhookProduct } from './delivery.ts';

export interface ChangeEvent<Payload = unknown> extends ChangeView {
  readonly product: WebhookProduct;
  readonly eventKey: string;
  /** The delivery's own payload, for what the view leaves out. */
  readonly payload: Payload;
}

/** What is read of a delivery. */
export interface ChangeDelivery<Payload = unknown> {
  readonly product: WebhookProduct;
  readonly eventKey: string;
  readonly payload: Payload;
}

/**
 * A delivery of either product in one form. `undefined` for what has no such form: events of projects and issues,
 * detected secrets, the test of a hook, and events that are newer than the library.
 *
 * @param delivery one that a receiver or `parseDelivery` gave: its payload is known to be of its event's shape
 * @example
 * const handle = ({ delivery }) => {
 *   const change = toChangeEvent(delivery)
 *   if (change?.kind === 'pull-request-merged') deploy(change.repository.fullName, change.pullRequest?.mergeHash)
 * }
 * cloudReceiver.on('*', handle)
 * serverReceiver.on('*', handle)
 */
export function toChangeEvent<Payload>({
  product,
  eventKey,
  payload,
}: ChangeDelivery<Payload>): ChangeEvent<Payload> | undefined {
  const views: Readonly<Record<string, unknown>> = product === 'cloud' ? cloudViews : serverViews;
  // The event key says which payload it is, as the judge of payloads has found it to be.
  const view = Object.hasOwn(views, eventKey)
    ? (views[eventKey] as (payload: Payload) => ChangeView | undefined)
    : undefined;
  const found = view?.(payload);
  return found === undefined ? undefined : { product, eventKey, ...found, payload };
}
