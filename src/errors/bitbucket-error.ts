/** The root of every error that leaves the library, and how to know one. */

/** Where an error keeps its kinds. Registered by name, so that two copies of the package share it. */
export const errorBrand: unique symbol = Symbol.for('bitbucket-sdk.error');

export type ErrorKind =
  | 'ApiError'
  | 'FeatureRemovedError'
  | 'TransportError'
  | 'AuthError'
  | 'WebhookError'
  | 'ConnectError'
  | 'StoreError'
  | 'ConfigError'
  | 'IntegrationFormError';

/** What every error of the library has: a stable `code`, a message that is safe to log, and its `cause`. */
export abstract class BitbucketError extends Error {
  abstract readonly code: string;
  /** The classes that this error is of; read by the guards, which therefore hold over two copies of the package. */
  abstract get [errorBrand](): readonly ErrorKind[];

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Is this an error of the library, of the given class if one is named? True for another copy's errors, too. */
export function isBitbucketError(value: unknown, kind?: ErrorKind): value is BitbucketError {
  if (typeof value !== 'object' || value === null) return false;
  const kinds: unknown = Reflect.get(value, errorBrand);
  return Array.isArray(kinds) && (kind === undefined || kinds.includes(kind));
}
