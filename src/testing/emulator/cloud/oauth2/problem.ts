/** Refusals of the token endpoint, with the statuses that Bitbucket gives them. */

/** Thrown by the exchanges, answered by the endpoint; never leaves the emulator. */
export class OAuth2Problem extends Error {
  readonly error: string;
  readonly status: number;

  constructor(error: string, description: string, status: 400 | 401 = 400) {
    super(description);
    this.error = error;
    this.status = status;
  }
}

export const invalidGrant = (description: string): OAuth2Problem =>
  new OAuth2Problem('invalid_grant', description);

export const invalidRequest = (description: string): OAuth2Problem =>
  new OAuth2Problem('invalid_request', description);

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export function problemResponse({ error, message, status }: OAuth2Problem): Response {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Bitbucket.org HTTP"' } : {};
  return Response.json(
    { error_description: message, error },
    { status, headers: { ...noStore, ...challenge } },
  );
}

export const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };
