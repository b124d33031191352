/** The door `bitbucket-sdk/connect`: the life of a Connect app on Bitbucket Cloud, which Bitbucket ends on 2027-01-31. */
export type { AuthorizationQuestion, Authorize, HostUser } from '../http/host-authorization.ts';
export type { InboundContext, InboundHandler, InboundRoute } from '../http/inbound.ts';
export type { SignedStateStore } from '../http/signed-state.ts';
export {
  buildDescriptor,
  createDescriptorEndpoint,
  type Descriptor,
  type DescriptorOptions,
  type DescriptorVendor,
  type DescriptorWebhook,
} from './descriptor.ts';
export { createInstallUrl, type InstallUrlOptions } from './install-url.ts';
export {
  accountName,
  domainName,
  type Installation,
  type InstallationChange,
  type InstallationStore,
  type Principal,
} from './installations.ts';
export type { InstalledBody, InstalledPrincipal } from './installed-body.ts';
export {
  createInstalledEndpoint,
  type InstalledEndpointOptions,
  type InstalledEvent,
  type InstalledListener,
} from './installed-endpoint.ts';
export type { MountOptions } from './options.ts';
export { createSetupEndpoint, type SetupCompletion, type SetupEndpointOptions } from './setup-endpoint.ts';
export { createUninstalledEndpoint, type UninstalledEndpointOptions } from './uninstalled-endpoint.ts';
