/** The server answered, and its answer was a refusal. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type ApiErrorCode =
  | 'bad_request'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'unprocessable'
  | 'rate_limited'
  | 'no_issue_tracker'
  | 'server_error'
  | 'unexpected_status';

export interface ApiErrorDetails {
  /** The HTTP status. */
  readonly status: number;
  /** Bitbucket's own name for the request, to quote to its support. */
  readonly requestId?: string | undefined;
  /** What the error body adds to its message. */
  readonly detail?: string | undefined;
  /** Messages by the field of the request that they are about. */
  readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

const codeByStatus: Readonly<Record<number, ApiErrorCode>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'gone',
  422: 'unprocessable',
  429: 'rate_limited',
};

export function apiErrorCode(status: number): ApiErrorCode {
  return codeByStatus[status] ?? (status >= 500 ? 'server_error' : 'unexpected_status');
}

/**
 * Bitbucket refused the call. `code` follows the status; the message names the call without its query.
 * Not thrown when nobody answered: that is a {@link TransportError}.
 */
export class ApiError extends BitbucketError {
  readonly code: ApiErrorCode | 'feature_removed';
  readonly status: number;
  readonly requestId: string | undefined;
  readonly detail: string | undefined;
  readonly fields: Readonly<Record<string, readonly string[]>> | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ApiErrorCode | 'feature_removed', message: string, details: ApiErrorDetails) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.detail = details.detail;
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['ApiError'];
  }
}

export interface FeatureRemoval {
  /** The day of the removal, `YYYY-MM-DD`, where Bitbucket has named one. */
  readonly removedOn?: string | undefined;
  /** What to use instead, in a sentence. */
  readonly replacement?: string | undefined;
  /** Bitbucket's change notice, such as `CHANGE-2770`. */
  readonly change?: string | undefined;
}

/** Bitbucket has removed what was called; trying again will not help. */
export class FeatureRemovedError extends ApiError {
  declare readonly code: 'feature_removed';
  readonly removedOn: string | undefined;
  readonly replacement: string | undefined;
  readonly change: string | undefined;

  constructor(message: string, details: ApiErrorDetails & FeatureRemoval) {
    super('feature_removed', message, details);
    this.removedOn = details.removedOn;
    this.replacement = details.replacement;
    this.change = details.change;
  }

  override get [errorBrand](): readonly ErrorKind[] {
    return ['ApiError', 'FeatureRemovedError'];
  }
}
