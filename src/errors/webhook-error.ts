/** A webhook delivery that was not let in, or whose work failed. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type WebhookErrorCode =
  | 'address_refused'
  | 'signature_missing'
  | 'signature_method'
  | 'signature_mismatch'
  /** The host's function gave an empty secret: nothing can be proven with it. */
  | 'secret_empty'
  /** The host's function that gives the secret failed. */
  | 'secret_unavailable'
  | 'unknown_target'
  | 'method_not_allowed'
  | 'request_invalid'
  | 'body_too_large'
  | 'encoding_unsupported'
  | 'body_already_read'
  | 'body_unreadable'
  | 'body_empty'
  | 'event_key_missing'
  | 'event_key_mismatch'
  | 'not_json'
  | 'payload_invalid'
  | 'listener_failed'
  | 'inbox_failed'
  | 'store_failed'
  | 'deadline_passed'
  | 'too_many_in_flight'
  | 'closing'
  /** Something of the host's broke that has no name of its own here. */
  | 'receiver_failed';

/** A delivery was refused. `reason` is for the log; the sender is told only the `status`. */
export class WebhookError extends BitbucketError {
  readonly code: WebhookErrorCode;
  readonly reason: string;
  /** The HTTP status that answers the sender. */
  readonly status: number;

  constructor(code: WebhookErrorCode, status: number, reason: string, options?: { cause?: unknown }) {
    super(`Webhook delivery refused with ${status}: ${reason}`, options);
    this.code = code;
    this.status = status;
    this.reason = reason;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['WebhookError'];
  }
}
