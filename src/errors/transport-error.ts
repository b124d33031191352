/** Nobody answered, or what came back was not an answer. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type TransportErrorCode =
  /** DNS, refused or broken connections, TLS. */
  | 'network'
  /** No answer, or no end of it, within `timeout`. */
  | 'timeout'
  /** The caller's `signal`. */
  | 'aborted'
  /** A success status with a body that is not what the call promises: HTML, cut JSON, an empty page. */
  | 'bad_answer'
  /** A stream in what was to be sent failed, or was not as long as it was said to be: `cause` is its own error. */
  | 'source_failed'
  /** A redirect that would have leaked a credential, left https, or went on for ever. */
  | 'redirect_refused'
  /** A server's address that a tenant typed in, or that it leads to, and that may not be called from here. */
  | 'forbidden_address'
  /** A page's `next` that leaves the API or comes round again. */
  | 'paging_refused';

/** The call did not come to an answer. Never thrown for an error status: that is an {@link ApiError}. */
export class TransportError extends BitbucketError {
  readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['TransportError'];
  }
}
