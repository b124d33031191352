/** Refusals in the terms of OAuth 2.0, and the reading of what they are about: parameters that stand there once. */

export type OAuth2Error =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'access_denied';

/** Thrown by the steps, answered by the provider; never leaves the emulator. */
export class OAuth2Refusal extends Error {
  readonly error: OAuth2Error;

  constructor(error: OAuth2Error, description: string) {
    super(description);
    this.error = error;
  }
}

/**
 * A parameter of a query or form; an empty text counts as none.
 *
 * @throws OAuth2Refusal `invalid_request` for one that is there twice
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export function readParameter(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0) throw new OAuth2Refusal('invalid_request', `${name} is there more than once`);
  return value === '' ? undefined : value;
}

/** @throws OAuth2Refusal `invalid_request` */
export function needParameter(parameters: URLSearchParams, name: string): string {
  const value = readParameter(parameters, name);
  if (value === undefined) throw new OAuth2Refusal('invalid_request', `${name} is missing`);
  return value;
}
