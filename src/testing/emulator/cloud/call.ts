/** One REST call as its handler sees it, and how it answers. */

import { WebhookError } from '../../../errors/webhook-error.ts';
import { readBody } from '../../../http/inbound.ts';
import { isRecord } from '../../../shared/types.ts';
import type { Origins } from '../origins.ts';
import type { Principal } from '../principal.ts';
import { RestError } from './errors.ts';
import { selectFields } from './fields.ts';
import type { Right } from './scopes.ts';

export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly query: URLSearchParams;
  /** The path's placeholders, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly principal: Principal;
  /** That of the route. */
  readonly right: Right | undefined;
  readonly origins: Origins;
}

export type Handler = (call: Call) => Promise<Response> | Response;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the OpenAPI file; `{name...}` at the end takes all that is left, slashes too. */
  readonly pattern: string;
  /** What the caller must be allowed to; absent where anybody may ask. */
  readonly right?: Right | undefined;
  readonly handler: Handler;
}

/** A JSON answer, cut down to what `fields` asks for. */
export function json(call: Call, value: unknown, init: ResponseInit = {}): Response {
  const fields = call.query.get('fields');
  return Response.json(fields === null ? value : selectFields(value, fields), init);
}

/** The address of the call itself with another query, as `next` and `previous` have it. */
export function sameAddress({ url, origins }: Call, query: URLSearchParams): string {
  const text = query.toString();
  return `${origins.api}${url.pathname}${text === '' ? '' : `?${text}`}`;
}

const bodyProblems: Readonly<Record<string, string>> = {
  body_too_large: 'The request body is too long',
  encoding_unsupported: 'The request body has an encoding that is not supported',
};

/** @param limit in bytes; 1 MiB when it is not given */
export async function bytesOf({ request }: Call, limit?: number): Promise<Uint8Array> {
  try {
    return await readBody(request, limit);
  } catch (error) {
    if (error instanceof WebhookError)
      throw new RestError(error.status, bodyProblems[error.code] ?? 'Bad request');
    throw error;
  }
}

/** The body as a JSON object; nothing at all counts as an empty one. */
export async function jsonBody(call: Call): Promise<Record<string, unknown>> {
  const text = new TextDecoder().decode(await bytesOf(call));
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Answered below, like JSON that is no object.
  }
  throw new RestError(400, 'The request body is not a JSON object');
}

/** `true`, `1` and an empty value are yes, as Bitbucket reads them; absent is the default. */
export function flag(query: URLSearchParams, name: string, byDefault: boolean): boolean {
  const value = query.get(name)?.toLowerCase();
  return value === undefined ? byDefault : !['false', '0', 'no'].includes(value);
}
