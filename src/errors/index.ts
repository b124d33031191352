/** The error family, its union for `switch (error.code)`, and guards that hold over two copies of the package. */
import type { ApiError, ApiErrorCode, FeatureRemovedError } from './api-error.ts';
import type { AuthError } from './auth-error.ts';
import { isBitbucketError as isOfKind } from './bitbucket-error.ts';
import type { ConfigError } from './config-error.ts';
import type { ConnectError } from './connect-error.ts';
import type { IntegrationFormError } from './integration-form-error.ts';
import type { StoreError } from './store-error.ts';
import type { TransportError } from './transport-error.ts';
import type { WebhookError } from './webhook-error.ts';

export { ApiError, type ApiErrorCode, FeatureRemovedError } from './api-error.ts';
export { AuthError, type AuthErrorCode } from './auth-error.ts';
export { BitbucketError } from './bitbucket-error.ts';
export { ConfigError } from './config-error.ts';
export { ConnectError, type ConnectErrorCode } from './connect-error.ts';
export { IntegrationFormError } from './integration-form-error.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { TransportError, type TransportErrorCode } from './transport-error.ts';
export { WebhookError, type WebhookErrorCode } from './webhook-error.ts';

/** Every error that the library throws; a `switch` over `code` narrows to the class and its fields. */
export type AnyBitbucketError =
  | (ApiError & { readonly code: ApiErrorCode })
  | FeatureRemovedError
  | TransportError
  | AuthError
  | WebhookError
  | ConnectError
  | StoreError
  | ConfigError
  | IntegrationFormError;

export const isBitbucketError = (value: unknown): value is AnyBitbucketError => isOfKind(value);
/** True for a {@link FeatureRemovedError}, too. */
export const isApiError = (value: unknown): value is ApiError | FeatureRemovedError =>
  isOfKind(value, 'ApiError');
export const isFeatureRemovedError = (value: unknown): value is FeatureRemovedError =>
  isOfKind(value, 'FeatureRemovedError');
export const isTransportError = (value: unknown): value is TransportError =>
  isOfKind(value, 'TransportError');
export const isAuthError = (value: unknown): value is AuthError => isOfKind(value, 'AuthError');
export const isWebhookError = (value: unknown): value is WebhookError => isOfKind(value, 'WebhookError');
export const isConnectError = (value: unknown): value is ConnectError => isOfKind(value, 'ConnectError');
export const isStoreError = (value: unknown): value is StoreError => isOfKind(value, 'StoreError');
export const isConfigError = (value: unknown): value is ConfigError => isOfKind(value, 'ConfigError');
export const isIntegrationFormError = (value: unknown): value is IntegrationFormError =>
  isOfKind(value, 'IntegrationFormError');
