/** The credential itself is dead: there is nothing to send. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type AuthErrorCode =
  /** Only a person can mend it: the grant was revoked or has expired for good. */
  | 'reauthorization_required'
  /**
   * The token endpoint does not know the OAuth 2.0 consumer, or not with this secret: an operator's matter. The grant
   * itself may be as good as ever.
   */
  | 'client_refused'
  /** What should give the token did not: the host's function, the token store, or whoever is renewing it. */
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
