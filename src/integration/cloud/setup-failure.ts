/** What a person is told when Bitbucket Cloud could not be connected: what to do, in words of ours alone. */
import { AuthError } from '../../errors/auth-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import type { ProductFailure } from '../setup/refusal.ts';
import { neededScopes } from './needed-scopes.ts';

/** Nothing that Bitbucket wrote is in it. */
export function adviceFor(error: ProductFailure): string {
  if (error instanceof TransportError) {
    return error.code === 'timeout'
      ? 'Bitbucket took too long to answer. Wait a few minutes, then try again.'
      : 'Bitbucket cannot be reached, or answers with something else than it should. Wait a few minutes, then try again.';
  }
  if (error instanceof AuthError) return error.code === 'client_refused' ? consumerRefused : grantLost;
  if (error.detail === 'invalid_scope') return consumerLacks;
  if (error.status === 429) return 'Bitbucket has too much to do. Wait a minute, then try again.';
  if (error.status >= 500) return 'Bitbucket is not available. Wait a few minutes, then try again.';
  if (error.status === 403) return consumerLacks;
  return 'Bitbucket did not accept what it was asked with. Start again; if that does not help, tell those who run this service.';
}

const consumerRefused =
  'Bitbucket does not accept this service any more: its OAuth consumer was removed, or has another secret. Tell those who run this service.';

const grantLost =
  'Bitbucket does not know this permission any more: it was used, or took too long. Start again.';

const consumerLacks =
  'The OAuth consumer of this service may not do what is needed. Tell those who run it: the consumer needs the ' +
  `permissions ${['account', ...neededScopes('oauth2')].join(', ')}.`;
