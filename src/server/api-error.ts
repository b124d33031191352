/** Makes an `ApiError` of a refusal by Bitbucket Server. */
import { ApiError, type ApiErrorDetails, apiErrorCode } from '../errors/api-error.ts';
import { shownText } from '../http/error-text.ts';
import type { Refusal } from '../http/transport.ts';
import { isRecord } from '../shared/types.ts';

interface ErrorBody {
  readonly message: string | undefined;
  /** The name of the exception, such as `com.atlassian.bitbucket.project.NoSuchProjectException`. */
  readonly detail: string | undefined;
  readonly fields: Record<string, readonly string[]> | undefined;
}

/**
 * The error for an answer outside 2xx. `detail` is the exception's name, `fields` the messages by their `context`. A
 * redirect to the login page is `unauthorized`, with its own status. A 404 is a 404: nothing is taken for removed.
 *
 * @see https://developer.atlassian.com/server/bitbucket/rest/
 */
export function toServerApiError({ name, response, body, retryAfter, cause }: Refusal): ApiError {
  const { status, headers } = response;
  const requestId = headers.get('x-arequestid') ?? undefined;
  if (status >= 300 && status < 400) {
    const text = `${name} was answered with ${status}, to the login page: the credential was not accepted`;
    return new ApiError('unauthorized', text, { status, requestId, cause });
  }
  const { message, detail, fields } = readErrorBody(body);
  const details: ApiErrorDetails = { status, requestId, detail, fields, retryAfter, cause };
  const text = `${name} was refused with ${status}: ${message ?? 'unknown error'}`;
  return new ApiError(apiErrorCode(status), text, details);
}

/**
 * Is it where a person logs in, on the server itself or by single sign-on? A file may be named so, too: what is below
 * `/rest/` is none.
 */
export function isLoginPage({ pathname }: URL): boolean {
  if (pathname.includes('/rest/')) return false;
  return /\/login\/?$|\/plugins\/servlet\/(external-login|saml)/.test(pathname);
}

function readErrorBody(body: unknown): ErrorBody {
  const errors = isRecord(body) && Array.isArray(body['errors']) ? body['errors'].filter(isRecord) : [];
  if (errors.length === 0) {
    const message = isRecord(body) ? body['message'] : body;
    return { message: shownText(message), detail: undefined, fields: undefined };
  }
  const messages = errors.flatMap(({ message }) => shownText(message) ?? []);
  return {
    message: shownText(messages.join('; ')),
    detail: shownText(errors[0]?.['exceptionName']),
    fields: readFields(errors),
  };
}

function readFields(errors: readonly Record<string, unknown>[]): ErrorBody['fields'] {
  const fields = new Map<string, string[]>();
  for (const { context, message } of errors) {
    const field = shownText(context);
    if (field === undefined) continue;
    fields.set(field, [...(fields.get(field) ?? []), shownText(message) ?? '']);
  }
  return fields.size === 0 ? undefined : Object.fromEntries(fields);
}
