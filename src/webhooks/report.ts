/** Tells the host why a delivery was refused: the log always, `onError` where it is asked for. */
import { plainId, type RawDeliveryHeaders } from './delivery-headers.ts';
import type { ReceiverSettings } from './receiver-options.ts';
import { type Refusal, refusalError } from './refusal.ts';

/** Longest text of the sender's in a log line. */
const longestShown = 100;

export type Report = (refusal: Refusal, raw: RawDeliveryHeaders | undefined) => void;

export function createReport({
  product,
  logger,
  onError,
}: Pick<ReceiverSettings, 'product' | 'logger' | 'onError'>): Report {
  return (refusal, raw) => {
    const eventKey = shown(raw?.eventKey);
    const deliveryId = shown(raw?.requestUuid ?? raw?.requestId);
    const { code, status, reason, cause } = refusal;
    // The name only: the message of a host's error may quote the payload.
    const causeName = cause instanceof Error ? cause.name : undefined;
    try {
      logger[status >= 500 ? 'error' : 'warn'](`Webhook delivery refused: ${reason}`, {
        code,
        status,
        product,
        eventKey,
        deliveryId,
        cause: causeName,
      });
      onError?.(refusalError(refusal), { eventKey, deliveryId });
    } catch {
      // A log that fails must not change what the sender is answered.
    }
  };
}

/** Plain text of bounded length, so that a sender cannot write lines of its own into the log. */
const shown = (text: string | undefined): string | undefined =>
  plainId(text?.slice(0, longestShown).replace(/[^\x21-\x7e]/g, '?'));
