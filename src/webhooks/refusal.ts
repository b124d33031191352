/** A refused delivery as a value: forged deliveries come in any number, and an error with its stack costs more than the check. */
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { WebhookError, type WebhookErrorCode } from '../errors/webhook-error.ts';

export class Refusal {
  readonly code: WebhookErrorCode;
  readonly status: number;
  /** For the log. Holds nothing that the sender wrote. */
  readonly reason: string;
  readonly cause: unknown;

  constructor(code: WebhookErrorCode, status: number, reason: string, cause?: unknown) {
    this.code = code;
    this.status = status;
    this.reason = reason;
    this.cause = cause;
  }
}

export function refusalError({ code, status, reason, cause }: Refusal): WebhookError {
  return new WebhookError(code, status, reason, cause === undefined ? undefined : { cause });
}

/** The refusal that was thrown as an error, or a failure of the receiver where something else was thrown. */
export function refusalOf(thrown: unknown): Refusal {
  if (isWebhookError(thrown)) return new Refusal(thrown.code, thrown.status, thrown.reason, thrown.cause);
  return new Refusal('receiver_failed', 500, 'the receiver failed', thrown);
}

/** True for another copy's errors, too. */
export const isWebhookError = (value: unknown): value is WebhookError =>
  isBitbucketError(value, 'WebhookError');
