/** The credential itself is dead: there is nothing to send. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type AuthErrorCode =
  /** Only a person can mend it: the grant was revoked or has expired for good. */
  | 'reauthorization_required'
  /** The host's function that should give a token failed or gave none. */
  | 'credential_unavailable';

/** The credential cannot be obtained or renewed. A credential that Bitbucket merely refuses is an {@link ApiError} of 401. */
export class AuthError extends BitbucketError {
  readonly code: AuthErrorCode;

  constructor(code: AuthErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['AuthError'];
  }
}
