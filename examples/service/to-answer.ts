/** What went wrong, as a status and a sentence for the service's own users. */
import { isApiError, isAuthError, isIntegrationFormError } from 'bitbucket-sdk';

export function toAnswer(error: unknown): { status: number; body: { error: string } } {
  if (isIntegrationFormError(error))
    return { status: 400, body: { error: Object.values(error.fields).join(' ') } };
  // Somebody has to connect again, or to mend the service's own consumer.
  if (isAuthError(error)) return { status: 409, body: { error: error.message } };
  const message = error instanceof Error ? error.message : 'unknown';
  return { status: isApiError(error) ? 502 : 500, body: { error: message } };
}
