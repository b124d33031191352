/** A Connect lifecycle call or its JWT was refused. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type ConnectErrorCode =
  | 'jwt_missing'
  | 'jwt_malformed'
  | 'jwt_algorithm'
  | 'jwt_signature'
  | 'jwt_expired'
  | 'jwt_claims'
  | 'jwt_unknown_issuer'
  | 'qsh_missing'
  | 'qsh_mismatch'
  | 'wrong_tenant'
  /** The installation is known and no longer installed. */
  | 'uninstalled'
  | 'method_not_allowed'
  | 'payload_invalid'
  | 'install_not_confirmed'
  | 'confirmation_unavailable'
  /** The user or Bitbucket ended the installation; told by `error` in the query. */
  | 'setup_denied'
  /** Neither the request nor the host names the organization to set up. */
  | 'organization_missing'
  | 'state_invalid'
  | 'forbidden'
  | 'store_failed'
  /** Other calls for the same installation were faster, again and again. */
  | 'store_conflict'
  /** A function of the host's threw. */
  | 'host_failed';

/** A lifecycle call was refused; `status` is what its sender is answered. */
export class ConnectError extends BitbucketError {
  readonly code: ConnectErrorCode;
  readonly status: number;

  constructor(code: ConnectErrorCode, status: number, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.status = status;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['ConnectError'];
  }
}
