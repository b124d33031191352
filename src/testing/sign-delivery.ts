/** Signs webhook deliveries as Bitbucket does, for tests of what receives them. */
import { createHmac, randomUUID } from 'node:crypto';
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { utf8 } from '../shared/bytes.ts';
import type { WebhookProduct } from '../webhooks/delivery.ts';

export interface SignDeliveryInput {
  readonly product: WebhookProduct;
  /** Any text: unknown events, too, can be sent. */
  readonly eventKey: string;
  /** An object is sent as JSON; bytes and text are sent as they are, broken ones too. */
  readonly payload: unknown;
  /** Left out, the delivery is unsigned, as that of a hook without a secret or Server's `diagnostics:ping`. */
  readonly secret?: string | undefined;
  /** `X-Request-UUID` of Cloud, `X-Request-Id` of Server. Default: a new UUID each time. */
  readonly deliveryId?: string | undefined;
  /** `X-Hook-UUID` of Cloud. Default: the same for all. */
  readonly hookId?: string | undefined;
  /** `X-Attempt-Number` of Cloud. Default 1. */
  readonly attempt?: number | undefined;
}

export interface SignedDelivery {
  /** In lower case, as Node's `req.headers` gives them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The delivery as a fetch request to the address. */
  toRequest(url: string | URL): Request;
}

const inputNames = ['product', 'eventKey', 'payload', 'secret', 'deliveryId', 'hookId', 'attempt'];

/**
 * A delivery as Bitbucket sends it: its headers, and the body that the signature is over.
 *
 * @throws ConfigError `invalid_option` for a key that is unknown, or a secret that is empty
 * @example
 * const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload: samples.cloud['repo:push'](), secret })
 * await fetch(delivery.toRequest('http://127.0.0.1:3000/webhook'))
 * @see https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/
 */
export function signDelivery(input: SignDeliveryInput): SignedDelivery {
  checkOptions('signDelivery', input, inputNames);
  const { secret } = input;
  if (secret === '') {
    throw new ConfigError('secret', 'it is empty', 'Pass a secret, or leave it out for an unsigned delivery');
  }
  const body = bytesOf(input.payload);
  const signature =
    secret === undefined
      ? undefined
      : { 'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
  const headers = { ...productHeaders(input), ...signature };
  return {
    headers,
    body,
    toRequest: (url) => new Request(url, { method: 'POST', headers, body }),
  };
}

function productHeaders({
  product,
  eventKey,
  deliveryId = randomUUID(),
  hookId = '2f1c5b0e-7d43-4b8a-9c1f-5e6a7b8c9d01',
  attempt = 1,
}: SignDeliveryInput): Record<string, string> {
  if (product === 'server') {
    return {
      'user-agent': 'Atlassian HttpClient/4.1.1 / Bitbucket-10.3.0 (10003000) / Default',
      'content-type': 'application/json; charset=utf-8',
      'x-event-key': eventKey,
      'x-request-id': deliveryId,
    };
  }
  return {
    'user-agent': 'Bitbucket-Webhooks/2.0',
    'content-type': 'application/json',
    'x-event-key': eventKey,
    'x-hook-uuid': hookId,
    'x-request-uuid': deliveryId,
    'x-attempt-number': String(attempt),
  };
}

function bytesOf(payload: unknown): Uint8Array<ArrayBuffer> {
  if (payload instanceof Uint8Array) return new Uint8Array(payload);
  return utf8(typeof payload === 'string' ? payload : JSON.stringify(payload));
}
