/** The part of the mounted app that connects workspaces without Connect. */
import { type CloudOAuth2Client, createCloudOAuth2Client } from '../../auth/oauth2/cloud-client.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { InboundHandler } from '../../http/inbound.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { type FetchLike, isRecord } from '../../shared/types.ts';
import { checkInput } from '../check-ids.ts';
import type { BitbucketIntegration } from '../integration.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { PathRoute } from '../router.ts';
import { addressAfter } from '../setup/after-setup.ts';
import { setupUrl } from '../setup/setup-url.ts';
import type { BitbucketStore } from '../store.ts';
import { type CredentialForm, checkCredentialForm } from './credential-form.ts';
import { probeCredential } from './probe.ts';
import { createCloudSetupEndpoints } from './setup-endpoint.ts';
import type { CloudSetupOptions } from './setup-options.ts';

/** The option `oauth2` of the mounted app. */
export interface CloudConsumerOptions {
  /** Bitbucket calls it key. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Less than the consumer has. Default: all of it. */
  readonly scopes?: readonly string[] | undefined;
}

export interface ConnectWorkspaceInput extends CredentialForm {
  /** Whom the workspace is connected to. */
  readonly organizationId: string;
  readonly signal?: AbortSignal | undefined;
}

export interface CloudSetupParts
  extends Pick<CloudSetupOptions, 'authorize' | 'organizationName' | 'client' | 'siteUrl'> {
  readonly baseUrl: string;
  readonly store: BitbucketStore;
  readonly lifecycle: Pick<Lifecycle, 'connect'>;
  readonly work: (record: IntegrationRecord) => BitbucketIntegration;
  readonly oauth2: CloudOAuth2Client | undefined;
  readonly scopes: readonly string[] | undefined;
  readonly afterSetup: ((integration: IntegrationRecord) => string) | undefined;
  readonly now: Clock;
  readonly logger: Logger;
}

export interface MountedCloudSetup {
  readonly routes: readonly PathRoute<InboundHandler>[];
  createSetupUrl(input: { readonly organizationId: string }): string;
  /**
   * @throws IntegrationFormError by field: `target`, `email`, `token` · ApiError, TransportError for what says nothing of
   *   them · ConfigError `invalid_option` without an organization, or for a type of credential that is none · StoreError
   */
  connectWorkspace(input: ConnectWorkspaceInput): Promise<BitbucketIntegration>;
}

export interface ConsumerClientOptions {
  readonly oauth2?: CloudConsumerOptions | undefined;
  readonly client?: { readonly fetch?: FetchLike | undefined } | undefined;
  readonly siteUrl?: string | undefined;
  readonly now?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

/** The client of the app's consumer; `undefined` for an app without. */
export function createConsumerClient(options: ConsumerClientOptions): CloudOAuth2Client | undefined {
  const { oauth2, client, siteUrl, now, logger } = options;
  if (oauth2 === undefined) return undefined;
  const { clientId, clientSecret } = oauth2;
  return createCloudOAuth2Client({ clientId, clientSecret, siteUrl, fetch: client?.fetch, now, logger });
}

export function createCloudSetup(parts: CloudSetupParts): MountedCloudSetup {
  const { baseUrl, siteUrl, store, lifecycle, oauth2, afterSetup, client, work } = parts;
  const endpoints = createCloudSetupEndpoints({
    ...{ baseUrl, siteUrl, client, states: store.states },
    ...{ authorize: parts.authorize, organizationName: parts.organizationName },
    ...{ now: parts.now, logger: parts.logger },
    oauth2: oauth2 && { client: oauth2, tokens: store.tokens, scopes: parts.scopes },
    complete: async ({ grant, organizationId }) =>
      addressAfter(await lifecycle.connect({ grant, organizationId }), { afterSetup, logger: parts.logger }),
  });
  return {
    routes: [
      { path: '/cloud/setup', endpoint: endpoints.setup },
      { path: '/cloud/setup/callback', endpoint: endpoints.callback },
      { path: '/cloud/setup/workspace', endpoint: endpoints.workspace },
    ],
    createSetupUrl: (input) => setupUrl(`${baseUrl}/cloud/setup`, input),
    async connectWorkspace(input) {
      checkConnectInput(input);
      const { organizationId, signal, ...form } = input;
      const checked = checkCredentialForm(form, { siteUrl });
      const grant = await probeCredential(checked, { client, signal });
      return work(await lifecycle.connect({ grant, organizationId }));
    },
  };
}

/** The type is the host's choice, not a person's. @throws ConfigError */
function checkConnectInput(input: unknown): void {
  checkInput('connectWorkspace', input, ['organizationId']);
  const credential = isRecord(input) ? input['credential'] : undefined;
  const type = isRecord(credential) ? credential['type'] : undefined;
  if (type === 'accessToken' || type === 'apiToken') return;
  const fix = "Pass { type: 'accessToken', token } or { type: 'apiToken', email, token }";
  throw new ConfigError('credential.type', 'it is neither accessToken nor apiToken', fix);
}
