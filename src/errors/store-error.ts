/** A store could not keep or give back what it was asked for. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

export type StoreErrorCode =
  /** Another process held the database for longer than the store may wait. Trying again can help. */
  | 'store_locked'
  /** The file or its directory may not be written. */
  | 'store_read_only'
  /** The file is damaged, or no database at all. */
  | 'store_corrupt'
  /** A newer version of the library has written it. */
  | 'store_newer'
  /** A database of another program, which is left as it is. */
  | 'store_foreign'
  /** It cannot be opened, read or written: disk full, file gone, I/O errors. */
  | 'store_unavailable'
  /** It was closed before the call. */
  | 'store_closed'
  /** A stored row is not what the library writes. */
  | 'row_invalid'
  /** The change would make two rows of what may be there only once. */
  | 'row_conflict';

/** The store failed; what it was asked to write was not written. The message names the place and never what is kept there. */
export class StoreError extends BitbucketError {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['StoreError'];
  }
}
