/** What a delivery is to a listener: its event, its payload, and what its headers say. */
import type { InboundRoute } from '../http/inbound.ts';
import { CLOUD_EVENTS, type CloudEventKey } from './cloud-events.ts';
import type { CloudPayloads } from './payloads/cloud-payloads.ts';
import type { UnknownPayload } from './payloads/open-object.ts';
import type { ServerPayloads } from './payloads/server-payloads.ts';
import { SERVER_EVENTS, type ServerEventKey } from './server-events.ts';

export type WebhookProduct = 'cloud' | 'server';

interface EventKeys {
  cloud: CloudEventKey;
  server: ServerEventKey;
}

interface Payloads {
  cloud: CloudPayloads;
  server: ServerPayloads;
}

/** The event keys of a product that the library knows. */
export type EventKey<Product extends WebhookProduct> = EventKeys[Product];

/** The payload of an event: its own interface, or an open object where there is none. */
export type EventPayload<
  Product extends WebhookProduct,
  Key extends string,
> = Key extends keyof Payloads[Product] ? Payloads[Product][Key] : UnknownPayload;

/** What the headers say of a delivery. Nothing of it is signed: Bitbucket signs the body only. */
export interface DeliveryHeaders {
  /** `X-Request-UUID` of Cloud, the same for each try; `X-Request-Id` of Server. */
  readonly deliveryId: string | undefined;
  /** `X-Hook-UUID` of Cloud. */
  readonly hookId: string | undefined;
  /** `X-Attempt-Number` of Cloud: 1 the first time. */
  readonly attempt: number | undefined;
}

/** A delivery of an event that the library knows. */
export interface KnownDelivery<Product extends WebhookProduct, Key extends string> extends DeliveryHeaders {
  readonly product: Product;
  readonly eventKey: Key;
  readonly known: true;
  /** The parsed body itself: every field that was sent, in the sender's names. */
  readonly payload: EventPayload<Product, Key>;
}

/** A delivery of an event that is newer than the library. */
export interface UnknownDelivery<Product extends WebhookProduct> extends DeliveryHeaders {
  readonly product: Product;
  readonly eventKey: string;
  readonly known: false;
  readonly payload: UnknownPayload;
}

/** What is sent and known, but no event: the unsigned test of Server's hooks, which a receiver keeps to itself. */
interface Tests {
  cloud: never;
  server: 'diagnostics:ping';
}

/**
 * Any delivery of a product: narrow it by `known`, then by `eventKey`.
 *
 * @example
 * if (delivery.known && delivery.eventKey === 'repo:push') delivery.payload.push.changes
 */
export type ParsedDelivery<Product extends WebhookProduct = WebhookProduct> = {
  [P in Product]:
    | { [Key in EventKey<P> | Tests[P]]: KnownDelivery<P, Key> }[EventKey<P> | Tests[P]]
    | UnknownDelivery<P>;
}[Product];

/** What a receiver adds: where the delivery came in. */
export interface ReceivedAt {
  /** The path parameters of the endpoint; empty where the receiver was not called with any. */
  readonly route: InboundRoute;
}

export const eventsOf = (product: WebhookProduct): Readonly<Record<string, unknown>> =>
  product === 'cloud' ? CLOUD_EVENTS : SERVER_EVENTS;

/** Is it an event, or Server's test? */
export const isKnownEvent = (product: WebhookProduct, eventKey: string): boolean =>
  Object.hasOwn(eventsOf(product), eventKey) || (product === 'server' && eventKey === 'diagnostics:ping');
