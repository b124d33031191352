/** The door `bitbucket-sdk/testing`: what tests of an integration need, without a Bitbucket. */

export {
  type AdapterMount,
  type AdapterSuiteOptions,
  adapterSuite,
  type MountAdapter,
  type MountedAdapter,
} from './conformance/adapter-suite.ts';
export type { CreateStore, StoreCheck } from './conformance/check.ts';
export { inboxSuite } from './conformance/inbox-suite.ts';
export { installationStoreSuite } from './conformance/installation-store-suite.ts';
export { integrationStoreSuite } from './conformance/integration-store-suite.ts';
export { repositoryStoreSuite } from './conformance/repository-store-suite.ts';
export { signedStateStoreSuite } from './conformance/signed-state-store-suite.ts';
export { type StoreSuiteOptions, storeSuite } from './conformance/store-suite.ts';
export { tokenStoreSuite } from './conformance/token-store-suite.ts';
export {
  type ConnectRequestInput,
  type ConnectSigner,
  connectRequest,
  type InstalledRequest,
  type SetupRequest,
  sampleInstalledBody,
  type UninstalledRequest,
} from './connect-request.ts';
export type { OAuth2Exchange } from './emulator/cloud/oauth2/book.ts';
export type { EmulatedOAuth2 } from './emulator/cloud/oauth2/controls.ts';
export type { EmulatedConsumer, EmulatedOAuth2Options } from './emulator/cloud/oauth2/options.ts';
export type { InstallInput, InstallResult } from './emulator/connect.ts';
export { type BitbucketEmulator, createBitbucketEmulator } from './emulator/create-emulator.ts';
export type { HookAttempt, HookDelivery } from './emulator/delivery-log.ts';
export type { Fault } from './emulator/fault-kinds.ts';
export type { FaultMatch } from './emulator/fault-match.ts';
export type { EmulatedFaults, FaultHandle, FaultInput } from './emulator/faults.ts';
export type { EmulatorServer, ListenOptions } from './emulator/listen.ts';
export type { MswHttp } from './emulator/msw.ts';
export type {
  BitbucketEmulatorOptions,
  EmulatedAccessToken,
  EmulatedApiToken,
  EmulatedCredentials,
  EmulatedHookOptions,
  EmulatedOAuth1Token,
  EmulatedPassword,
  EmulatedProjectOptions,
  EmulatedRepositoryOptions,
  EmulatedRole,
  EmulatedUserOptions,
  EmulatedWorkspaceOptions,
} from './emulator/options.ts';
export type { ServerIdentity } from './emulator/self-signed.ts';
export type {
  EmulatedServerOAuth2,
  EmulatedServerOAuth2Exchange,
} from './emulator/server/oauth2-provider.ts';
export type {
  EmulatedApplicationLink,
  EmulatedServerAddress,
  EmulatedServerOAuth2Client,
  EmulatedServerOptions,
  EmulatedServerToken,
} from './emulator/server/options.ts';
export type { TransferInput } from './emulator/transfer.ts';
export { samples } from './samples/samples.ts';
export { type SignDeliveryInput, type SignedDelivery, signDelivery } from './sign-delivery.ts';
