/** What people are told when the older plugin fails. */
import { ApiError, FeatureRemovedError } from '../../errors/api-error.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { TransportError } from '../../errors/transport-error.ts';

const unseen =
  'Bitbucket does not show this repository. Please make sure that the repository exists, that your account has access ' +
  'to it, and that it has issue tracking enabled.';

const refusedCredentials =
  'Bitbucket refused the credentials. Bitbucket Cloud takes no OAuth 1.0a any more, since about March 2026: connect ' +
  'with OAuth 2.0 or an access token instead.';

/** A sentence or more to show; it names no token, and no address beyond Bitbucket's own words. */
export function errorText(error: unknown): string {
  if (error instanceof FeatureRemovedError) return removalText(error);
  if (error instanceof IntegrationFormError) return Object.values(error.fields).join(' ');
  if (error instanceof AuthError) return 'Connect your Bitbucket account first.';
  if (error instanceof TransportError) return 'Bitbucket cannot be reached. Please try again later.';
  if (error instanceof ApiError) return refusalText(error);
  return 'Bitbucket could not be asked: something failed before the call.';
}

function removalText({ removedOn, replacement }: FeatureRemovedError): string {
  const since = removedOn === undefined ? '' : ` on ${removedOn}`;
  const advice = replacement === undefined ? '' : ` ${replacement}.`;
  return `Bitbucket removed this feature${since}.${advice}`;
}

function refusalText({ status, code, retryAfter }: ApiError): string {
  if (status === 404) return unseen;
  if (status === 401) return refusedCredentials;
  if (status === 403) return 'Your Bitbucket account may not do this in the repository.';
  if (code !== 'rate_limited' && status < 500) return `Bitbucket refused the call (${status}).`;
  const wait = retryAfter === undefined ? 'later' : `in ${Math.ceil(retryAfter)} seconds`;
  return `Bitbucket is busy or broken (${status}). Please try again ${wait}.`;
}
