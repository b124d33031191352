/** What every OAuth 2.0 exchange is: a form that is posted. */

/** One exchange, ready to be sent. Header and body hold secrets. */
export interface OAuth2Request {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A form, encoded. */
  readonly body: string;
}

/** A consumer ("client") as Bitbucket has it, under Workspace settings or Application links. */
export interface OAuth2Consumer {
  /** Called key on Cloud. Of any length. */
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface RefreshInput {
  readonly refreshToken: string;
}

export type Fields = Readonly<Record<string, string | undefined>>;

export function post(
  url: string,
  fields: Fields,
  headers: Readonly<Record<string, string>> = {},
): OAuth2Request {
  return {
    method: 'POST',
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: formOf(fields),
  };
}

export function formOf(fields: Fields): string {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}
