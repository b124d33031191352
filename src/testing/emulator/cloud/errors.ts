/** Refusals in Bitbucket's shape: `{ type: 'error', error: { message, … } }`. */

export interface RestErrorDetails {
  readonly detail?: string | Record<string, unknown> | undefined;
  readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Bitbucket repeats it beside `error`. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Thrown by handlers, answered by the router; never leaves the emulator. */
export class RestError extends Error {
  readonly status: number;
  readonly details: RestErrorDetails;

  constructor(status: number, message: string, details: RestErrorDetails = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

export function errorResponse({ status, message, details }: RestError): Response {
  const { detail, fields, data, headers } = details;
  const error = { message, ...defined({ detail, fields, data }) };
  return Response.json({ type: 'error', error, ...defined({ data }) }, { status, headers: { ...headers } });
}

const defined = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const notFound = (message: string): RestError => new RestError(404, message);

const badToken = 'Token is invalid, expired, or not supported for this endpoint.';

/** 401, by default with the words that Bitbucket has for every token that does not hold. */
export const unauthorized = (message: string = badToken): RestError =>
  new RestError(401, message, { headers: { 'www-authenticate': 'Basic realm="Bitbucket.org HTTP"' } });

export const commitNotFound = (revision: string): RestError =>
  new RestError(404, 'Commit not found', { data: { shas: [revision] } });

/** A body that was refused, with the reason for each field. */
export function badFields(fields: Readonly<Record<string, readonly string[]>>): RestError {
  const [name = '', problems = []] = Object.entries(fields)[0] ?? [];
  return new RestError(400, `${name}: ${problems[0] ?? 'is wrong'}`, { fields });
}

/** What an announced change took away: 410, naming the change and where it was announced. */
export const removedBy = (change: string): RestError =>
  new RestError(410, `${change} - Functionality has been deprecated`, {
    detail: 'This functionality has been deprecated and is no longer available. See the announcement.',
    data: { announcement_url: `https://developer.atlassian.com/cloud/bitbucket/changelog/#${change}` },
  });

/** What was removed on 2026-04-14: lists across workspaces. */
export const removedByChange2770 = (): RestError => removedBy('CHANGE-2770');
