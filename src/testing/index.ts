/** The door `bitbucket-sdk/testing`: what tests of an integration need, without a Bitbucket. */
export {
  type ConnectRequestInput,
  type ConnectSigner,
  connectRequest,
  type InstalledRequest,
  type SetupRequest,
  sampleInstalledBody,
  type UninstalledRequest,
} from './connect-request.ts';
export type { InstallInput, InstallResult } from './emulator/connect.ts';
export { type BitbucketEmulator, createBitbucketEmulator } from './emulator/create-emulator.ts';
export type { HookAttempt, HookDelivery } from './emulator/hook-delivery.ts';
export type { EmulatorServer, ListenOptions } from './emulator/listen.ts';
export type { MswHttp } from './emulator/msw.ts';
export type {
  BitbucketEmulatorOptions,
  EmulatedAccessToken,
  EmulatedApiToken,
  EmulatedCredentials,
  EmulatedHookOptions,
  EmulatedPassword,
  EmulatedRepositoryOptions,
  EmulatedRole,
  EmulatedUserOptions,
  EmulatedWorkspaceOptions,
} from './emulator/options.ts';
export { samples } from './samples/samples.ts';
export { type SignDeliveryInput, type SignedDelivery, signDelivery } from './sign-delivery.ts';
