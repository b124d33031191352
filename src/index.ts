/** The door `bitbucket-sdk`: clients, credentials, the receiver, the store in memory, the errors. */
export * from './auth/index.ts';
export * from './cloud/index.ts';
export * from './errors/index.ts';
export {
  type AccessTokenInput,
  BitbucketServer,
  BitbucketServerApiPath,
  type BitbucketServerOptions,
  BitbucketServerSetupClient,
  type BitbucketServerSetupOptions,
  type OAuth1Token,
  type Pem,
  type ServerRoutes,
  type TlsOptions,
} from './server/index.ts';
export type { Clock } from './shared/clock.ts';
export type { LogFields, Logger } from './shared/logger.ts';
export { memoryStore } from './stores/memory-store.ts';
export * from './webhooks/index.ts';
