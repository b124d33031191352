/** Picks the headers of a delivery out of all that came, in one pass. */
import { type InboundHeaders, isFetchHeaders } from '../http/inbound.ts';

/** A longer event key is refused, a longer id left out: both are kept, and the sender chooses them. */
const longest = 256;

/** The headers as sent; `undefined` where one is missing. */
export interface RawDeliveryHeaders {
  contentEncoding: string | undefined;
  eventKey: string | undefined;
  signature: string | undefined;
  hookId: string | undefined;
  requestUuid: string | undefined;
  requestId: string | undefined;
  attempt: string | undefined;
}

const fieldByName: Readonly<Record<string, keyof RawDeliveryHeaders>> = {
  'content-encoding': 'contentEncoding',
  'x-event-key': 'eventKey',
  'x-hub-signature': 'signature',
  'x-hook-uuid': 'hookId',
  'x-request-uuid': 'requestUuid',
  'x-request-id': 'requestId',
  'x-attempt-number': 'attempt',
};

export function readDeliveryHeaders(headers: InboundHeaders): RawDeliveryHeaders {
  const found: RawDeliveryHeaders = {
    contentEncoding: undefined,
    eventKey: undefined,
    signature: undefined,
    hookId: undefined,
    requestUuid: undefined,
    requestId: undefined,
    attempt: undefined,
  };
  if (isFetchHeaders(headers)) {
    for (const [name, field] of Object.entries(fieldByName)) found[field] = headers.get(name) ?? undefined;
    return found;
  }
  for (const name of Object.keys(headers)) {
    if (!couldBeOurs(name)) continue;
    const field = fieldByName[name] ?? fieldByName[name.toLowerCase()];
    if (field !== undefined) found[field] = joined(found[field], headers[name]);
  }
  return found;
}

/** By length and first letter: most headers are passed over without a look. */
function couldBeOurs(name: string): boolean {
  if (name.length < 11 || name.length > 16) return false;
  const first = name[0];
  return first === 'x' || first === 'X' || name.length === 16;
}

/** A header that came twice is the list that fetch makes of it, so that it is refused like one. */
function joined(before: string | undefined, value: string | readonly string[] | undefined) {
  if (value === undefined) return before;
  const text = typeof value === 'string' ? value : value.join(', ');
  return before === undefined ? text : `${before}, ${text}`;
}

/** An event key that can be one: Bitbucket's are words with colons between them. */
export const isEventKey = (value: string | undefined): value is string =>
  value !== undefined && value.length <= longest && /^[\w:.-]+$/.test(value);

/** An id as it may be kept and shown; `undefined` where it is missing, too long or not plain text. */
export const plainId = (value: string | undefined): string | undefined =>
  value !== undefined && value.length <= longest && /^[\x21-\x7e]+$/.test(value) ? value : undefined;

export function attemptNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}
