/** Makes a typed delivery of headers and body bytes. */
import { isAscii, isUtf8 } from 'node:buffer';
import { ConfigError } from '../errors/config-error.ts';
import type { InboundHeaders } from '../http/inbound.ts';
import { isRecord } from '../shared/types.ts';
import { isKnownEvent, type ParsedDelivery, type WebhookProduct } from './delivery.ts';
import {
  attemptNumber,
  isEventKey,
  plainId,
  type RawDeliveryHeaders,
  readDeliveryHeaders,
} from './delivery-headers.ts';
import { jsonProblem } from './json-bounds.ts';
import type { UnknownPayload } from './payloads/open-object.ts';
import { createPayloadJudge, type PayloadJudge } from './payloads/payload-judge.ts';
import { Refusal, refusalError } from './refusal.ts';

export interface ParseDeliveryInput<Product extends WebhookProduct> {
  readonly product: Product;
  readonly headers: InboundHeaders;
  readonly body: Uint8Array;
}

/**
 * The delivery that headers and body make, for hosts that keep them and work on them later. It proves nothing: check
 * the signature first, with {@link verifySignature}. A receiver does both. The payload is the parsed body itself; what
 * cannot be kept as it was sent is refused: an integer past 2^53, and nesting of more than 10,000 levels.
 *
 * @throws WebhookError with status 400: `body_empty`, `event_key_missing`, `not_json`, `event_key_mismatch`,
 *   `payload_invalid`
 * @throws ConfigError `invalid_option` when the product is neither `cloud` nor `server`
 * @example
 * const delivery = parseDelivery({ product: 'cloud', headers, body })
 * if (delivery.known && delivery.eventKey === 'repo:push') delivery.payload.push.changes
 */
export function parseDelivery<Product extends WebhookProduct>({
  product,
  headers,
  body,
}: ParseDeliveryInput<Product>): ParsedDelivery<Product> {
  checkProduct(product);
  const raw = readDeliveryHeaders(headers);
  const delivery =
    checkEnvelope(raw, body) ?? toDelivery({ product, raw, body, judge: createPayloadJudge(product, true) });
  if (delivery instanceof Refusal) throw refusalError(delivery);
  // The judge has held the payload against the event key; the union of all events cannot be followed by the compiler.
  return delivery as AnyDelivery as ParsedDelivery<Product>;
}

/** A delivery before the compiler knows of which event. */
export interface AnyDelivery {
  readonly product: WebhookProduct;
  readonly eventKey: string;
  readonly known: boolean;
  readonly deliveryId: string | undefined;
  readonly hookId: string | undefined;
  readonly attempt: number | undefined;
  readonly payload: UnknownPayload;
}

export function checkProduct(product: unknown): void {
  if (product === 'cloud' || product === 'server') return;
  throw new ConfigError('product', 'it is neither cloud nor server', "Pass 'cloud' or 'server'");
}

/** What can be said without the secret: is there a body, and an event key? */
export function checkEnvelope(raw: RawDeliveryHeaders, body: Uint8Array): Refusal | undefined {
  if (body.byteLength === 0) return new Refusal('body_empty', 400, 'the body is empty');
  if (isEventKey(raw.eventKey)) return undefined;
  const problem = raw.eventKey === undefined ? 'there is no X-Event-Key' : 'the X-Event-Key cannot be one';
  return new Refusal('event_key_missing', 400, problem);
}

interface DeliveryParts {
  readonly product: WebhookProduct;
  readonly raw: RawDeliveryHeaders;
  readonly body: Uint8Array;
  readonly judge: PayloadJudge;
}

/** The delivery, once its envelope was checked. */
export function toDelivery({ product, raw, body, judge }: DeliveryParts): AnyDelivery | Refusal {
  const eventKey = raw.eventKey ?? '';
  const payload = parseObject(body);
  if (payload instanceof Refusal) return payload;
  if (product === 'server' && payload['eventKey'] !== undefined && payload['eventKey'] !== eventKey) {
    return new Refusal('event_key_mismatch', 400, "X-Event-Key is not the body's eventKey");
  }
  const misfit = judge(eventKey, payload);
  if (misfit !== undefined) {
    return new Refusal('payload_invalid', 400, `${misfit} is not as the event has it`);
  }
  return {
    product,
    eventKey,
    known: isKnownEvent(product, eventKey),
    deliveryId: plainId(raw.requestUuid) ?? plainId(raw.requestId),
    hookId: plainId(raw.hookId),
    attempt: attemptNumber(raw.attempt),
    payload,
  };
}

function parseObject(body: Uint8Array): UnknownPayload | Refusal {
  const text = textOf(body);
  if (text === undefined) return new Refusal('not_json', 400, 'the body is not UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Its cause quotes the body, and so is left out.
    return new Refusal('not_json', 400, 'the body is not JSON');
  }
  if (!isRecord(value)) return new Refusal('payload_invalid', 400, 'the body is not a JSON object');
  const problem = jsonProblem(text, body);
  return problem === undefined ? value : new Refusal('payload_invalid', 400, problem);
}

/** Strict: bytes that are not UTF-8 would be replaced in decoding, and so be other than what was signed. */
function textOf(body: Uint8Array): string | undefined {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  // Most bodies are ASCII, for which this is the fastest way.
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
