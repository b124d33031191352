/** Makes an `ApiError` of a refusal by Bitbucket Cloud. */
import { ApiError, apiErrorCode, FeatureRemovedError } from '../errors/api-error.ts';
import { shownText } from '../http/error-text.ts';
import type { Refusal } from '../http/transport.ts';
import { isRecord } from '../shared/types.ts';
import { findRemoval } from './removed-features.ts';

interface ErrorBody {
  readonly message: string | undefined;
  readonly detail: string | undefined;
  readonly fields: Record<string, readonly string[]> | undefined;
}

/**
 * The error for an answer outside 2xx. A removed feature (410, or 404 that names no missing item) is a
 * `FeatureRemovedError`; a repository without issue tracker has its own code.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/intro/#standardized-error-responses
 */
export function toCloudApiError({ name, path, response, body, retryAfter, cause }: Refusal): ApiError {
  const { status, headers } = response;
  const { message, detail, fields } = readErrorBody(body);
  const text = `${name} was refused with ${status}: ${message ?? 'unknown error'}`;
  const requestId = headers.get('x-request-id') ?? headers.get('atl-traceid') ?? undefined;
  const details = { status, requestId, detail, fields, retryAfter, cause };

  if (status === 404 && /no issue tracker/i.test(message ?? ''))
    return new ApiError('no_issue_tracker', text, details);
  const removal = findRemoval(path);
  if (status === 410 || (status === 404 && removal !== undefined && !namesMissingItem(message))) {
    const change = /\bCHANGE-\d+\b/.exec(`${message} ${detail}`)?.[0] ?? removal?.change;
    const advice = removal?.replacement === undefined ? '' : `. ${removal.replacement}`;
    return new FeatureRemovedError(text + advice, { ...details, ...removal, change });
  }
  return new ApiError(apiErrorCode(status), text, details);
}

/** Bitbucket's answer to an address that it does not serve at all speaks of a "resource". */
const namesMissingItem = (message: string | undefined): boolean =>
  message !== undefined && !/^(resource )?not found\.?$/i.test(message);

function readErrorBody(body: unknown): ErrorBody {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : undefined;
  if (error === undefined) return { message: shownText(body), detail: undefined, fields: undefined };
  return {
    message: shownText(error['message']),
    detail:
      typeof error['detail'] === 'object'
        ? shownText(JSON.stringify(error['detail']))
        : shownText(error['detail']),
    fields: readFields(error['fields']),
  };
}

function readFields(fields: unknown): Record<string, readonly string[]> | undefined {
  if (!isRecord(fields)) return undefined;
  return Object.fromEntries(
    Object.entries(fields).map(([field, messages]) => [
      field,
      [messages].flat().map((message) => String(message)),
    ]),
  );
}
