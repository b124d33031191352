/** One REST call of the Server half as its handler sees it. */
import { WebhookError } from '../../../errors/webhook-error.ts';
import { readBody } from '../../../http/inbound.ts';
import { isRecord } from '../../../shared/types.ts';
import type { RouteOf } from '../router.ts';
import { badArgument, ServerError } from './errors.ts';
import type { ServerPrincipal } from './principal.ts';

export interface ServerCall {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** The path's placeholders, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly principal: ServerPrincipal;
  /** The server's address with its context path, as the caller sees it. */
  readonly base: string;
}

export type ServerHandler = (call: ServerCall) => Promise<Response> | Response;
export type ServerRoute = RouteOf<ServerHandler>;

const type = 'application/json;charset=UTF-8';

export const json = (value: unknown, init: { status?: number; headers?: Record<string, string> } = {}) =>
  new Response(JSON.stringify(value), { ...init, headers: { 'content-type': type, ...init.headers } });

/** The body as a JSON object; nothing at all counts as an empty one. */
export async function jsonBody({ request }: ServerCall): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = new TextDecoder().decode(await readBody(request));
  } catch (error) {
    if (error instanceof WebhookError) throw new ServerError(error.status, 'Bad request', null);
    throw error;
  }
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Answered below, like JSON that is no object.
  }
  throw badArgument('The request body is not a JSON object');
}

/** Only a written `true` is yes. */
export const isTrue = (query: URLSearchParams, name: string): boolean =>
  query.get(name)?.toLowerCase() === 'true';

/** There without a value is yes, too. */
export function isPresent(query: URLSearchParams, name: string): boolean {
  const value = query.get(name)?.toLowerCase();
  return value !== undefined && value !== 'false';
}
