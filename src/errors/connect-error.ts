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
  | 'payload_invalid'
  | 'install_not_confirmed'
  | 'confirmation_unavailable'
  | 'state_invalid'
  | 'forbidden'
  | 'store_failed';

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
