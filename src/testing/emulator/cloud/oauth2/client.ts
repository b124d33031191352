/** Which consumer calls the token endpoint: by Basic, or by fields of the form. */
import { constantTimeEqual } from '../../../../shared/bytes.ts';
import type { Consumer, OAuth2Book } from './book.ts';
import { invalidRequest, OAuth2Problem } from './problem.ts';

interface Named {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Who it says it is, of which nothing is proven; `undefined` if it says nothing. */
export function namedClient(request: Request, form: URLSearchParams): Named | undefined {
  const header = request.headers.get('authorization');
  const inForm = readForm(form);
  if (header === null) return inForm;
  const credential = /^basic\s+(\S+)$/i.exec(header.trim())?.[1];
  if (credential === undefined) return undefined;
  const text = Buffer.from(credential, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return undefined;
  const named = { clientId: text.slice(0, colon), clientSecret: text.slice(colon + 1) };
  if (inForm !== undefined && inForm.clientId !== named.clientId)
    throw invalidRequest('The client is named twice, and differently');
  return named;
}

function readForm(form: URLSearchParams): Named | undefined {
  const clientId = form.get('client_id');
  const clientSecret = form.get('client_secret');
  return clientId === null || clientSecret === null ? undefined : { clientId, clientSecret };
}

/**
 * Bitbucket does not answer `invalid_client` to a wrong secret, as the RFC has it, but `unauthorized_client` with 400.
 *
 * @throws OAuth2Problem
 */
export function authenticateClient(named: Named | undefined, { consumers }: OAuth2Book): Consumer {
  if (named === undefined)
    throw unauthorized('Requests must be authenticated using OAuth client credentials');
  const consumer = [named.clientId, formDecode(named.clientId)]
    .map((id) => consumers.get(id))
    .find((one) => one !== undefined);
  if (consumer === undefined || !isSecretOf(consumer, named.clientSecret))
    throw unauthorized('Invalid OAuth client credentials');
  if (consumer.revoked) throw new OAuth2Problem('invalid_client', 'The OAuth consumer was removed', 401);
  return consumer;
}

const unauthorized = (description: string): OAuth2Problem =>
  new OAuth2Problem('unauthorized_client', description);

const isSecretOf = ({ clientSecret }: Consumer, given: string): boolean =>
  constantTimeEqual(given, clientSecret) || constantTimeEqual(formDecode(given), clientSecret);

/** Clients that follow the RFC encode both parts before they join them; many do not. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
