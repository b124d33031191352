/** The checks that a delivery passes before anything is known of its secret. */
import { clientAddress } from '../http/client-address.ts';
import { bodyAlreadyRead, checkEncoding, checkLength, type InboundRequest } from '../http/inbound.ts';
import type { RawDeliveryHeaders } from './delivery-headers.ts';
import { checkEnvelope } from './parse-delivery.ts';
import type { ReceiverSettings } from './receiver-options.ts';
import { Refusal, refusalOf } from './refusal.ts';

export function checkMethod(method: string): Refusal | undefined {
  return method === 'POST' ? undefined : new Refusal('method_not_allowed', 405, 'it is not a POST');
}

/** From the cheapest check to the dearest: nothing here looks into the body. */
export function checkBeforeSecret(
  request: InboundRequest,
  raw: RawDeliveryHeaders,
  settings: Pick<ReceiverSettings, 'bodyLimit' | 'ipRanges' | 'trustedProxies'>,
): Refusal | undefined {
  return (
    checkMethod(request.method) ??
    checkBody(request.body, raw, settings.bodyLimit) ??
    checkEnvelope(raw, request.body) ??
    checkAddress(request, settings)
  );
}

function checkBody(body: unknown, raw: RawDeliveryHeaders, limit: number): Refusal | undefined {
  try {
    if (!(body instanceof Uint8Array)) throw bodyAlreadyRead();
    if (raw.contentEncoding !== undefined) checkEncoding(raw.contentEncoding);
    if (body.byteLength > limit) checkLength(String(body.byteLength), limit);
  } catch (refusal) {
    return refusalOf(refusal);
  }
  return undefined;
}

/** Fails closed: without an address, or with one that the host's ranges cannot read, nothing is let in. */
function checkAddress(
  { remoteAddress, headers }: InboundRequest,
  { ipRanges, trustedProxies }: Pick<ReceiverSettings, 'ipRanges' | 'trustedProxies'>,
): Refusal | undefined {
  if (ipRanges === undefined) return undefined;
  const address = clientAddress({ remoteAddress, headers, trustedProxies });
  if (address === undefined || address === '') {
    const reason =
      trustedProxies > 0
        ? 'X-Forwarded-For has no address where trustedProxies looks for it'
        : 'ipRanges is set, and the delivery came without remoteAddress';
    return new Refusal('address_refused', 401, reason);
  }
  try {
    if (ipRanges.contains(address) === true) return undefined;
    return new Refusal('address_refused', 401, 'the address is not in ipRanges');
  } catch (cause) {
    return new Refusal('address_refused', 401, 'ipRanges failed on the address', cause);
  }
}
