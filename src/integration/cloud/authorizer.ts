/** The credential of an integration with Bitbucket Cloud at work. */
import { accessToken } from '../../auth/access-token.ts';
import { apiToken } from '../../auth/basic.ts';
import type { CloudOAuth2Client } from '../../auth/oauth2/cloud-client.ts';
import { oauth2 } from '../../auth/oauth2/credential.ts';
import type { TokenStore } from '../../auth/token-store.ts';
import type { InstallationStore } from '../../connect/installations.ts';
import { AuthError } from '../../errors/auth-error.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { installationCredential } from '../installation-credential.ts';
import type { IntegrationRecord } from '../integrations.ts';
import type { SharedCredentials } from '../shared-credentials.ts';

/** What credentials are opened with; which of them is needed depends on how the integration was set up. */
export interface CloudAuthorizerOptions {
  /** Of integrations that were installed by Connect. */
  readonly installations?: Pick<InstallationStore, 'findByClientKey'> | undefined;
  /** The `key` of the Connect app's descriptor, likewise. */
  readonly appKey?: string | undefined;
  /** The app's OAuth 2.0 consumer, of integrations that were set up by it. */
  readonly oauth2?: CloudOAuth2Client | undefined;
  /** Where the tokens of their grants are kept. */
  readonly tokens?: TokenStore | undefined;
  /** Those of such integrations that other clients opened. */
  readonly sharedCredentials?: SharedCredentials | undefined;
  readonly now?: Clock | undefined;
  /** Is told of renewals. */
  readonly logger?: Logger | undefined;
}

/** A row that holds no credential that can be used fails each call, and not the making of a client. */
export function cloudAuthorizer(
  { credentials, externalId }: Pick<IntegrationRecord, 'credentials' | 'externalId'>,
  options: CloudAuthorizerOptions,
): Authorizer {
  let opened: Authorizer | undefined;
  const authorizer = (): Authorizer => {
    opened ??= credentials === undefined ? openInstallation(externalId, options) : open(credentials, options);
    return opened;
  };
  return {
    authorize: async (request) => authorizer().authorize(request),
    renew: async (refused, answer) => (await authorizer().renew?.(refused, answer)) ?? false,
  };
}

function openInstallation(
  clientKey: string,
  { installations, appKey, now }: CloudAuthorizerOptions,
): Authorizer {
  if (installations === undefined || appKey === undefined) throw unusable();
  return installationCredential({ clientKey, installations, appKey, now });
}

function open(
  { type, token = '', email = '', tokenKey: key = '' }: Readonly<Record<string, string>>,
  { oauth2: client, tokens, sharedCredentials, now, logger }: CloudAuthorizerOptions,
): Authorizer {
  if (type === 'oauth2' && (client === undefined || tokens === undefined)) {
    throw new AuthError(
      'credential_unavailable',
      'The integration was set up by OAuth 2.0, and neither the consumer nor its tokens were passed in',
    );
  }
  try {
    if (type === 'accessToken') return accessToken(token);
    if (type === 'apiToken') return apiToken({ email, token });
    if (type === 'oauth2' && client !== undefined && tokens !== undefined) {
      const openAnew = (): Authorizer => oauth2({ client, tokens, key, now, logger });
      return sharedCredentials?.([key], openAnew) ?? openAnew();
    }
  } catch (cause) {
    throw unusable(cause);
  }
  throw unusable();
}

const unusable = (cause?: unknown): AuthError =>
  new AuthError(
    'reauthorization_required',
    'The integration has no credential that can be used: set it up again',
    cause === undefined ? undefined : { cause },
  );
