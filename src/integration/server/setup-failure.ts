/** What a person is told when a server could not be connected: what to do, in words of ours alone. */
import type { ApiError } from '../../errors/api-error.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import type { ProductFailure } from '../setup/refusal.ts';

/** Nothing that the server wrote is in it, nor what an address resolved to. */
export function adviceFor(error: ProductFailure): string {
  if (error instanceof TransportError) return transportAdvice(error);
  if (error instanceof AuthError) return credentialAdvice[error.code] ?? unusable;
  const { detail = '' } = error;
  return (Object.hasOwn(problems, detail) ? problems[detail] : undefined) ?? statusAdvice(error);
}

const unusable = 'The credential cannot be used. Check what you typed in.';

/** For what a server says to the client ID, its secret, and the code that it gave the browser along. */
const credentialAdvice: Readonly<Record<string, string>> = {
  client_refused:
    'The server does not accept the client ID with this client secret. Check both, and that the application link is incoming.',
  reauthorization_required:
    'The server does not accept its own answer any more: that holds for some seconds, and once. Start again, and allow it there.',
};

const down =
  'The server is not available: it may be starting or under maintenance. Wait a few minutes, then try again.';

/** For what OAuth 1.0a calls `oauth_problem`, and OAuth 2.0 `error`. */
const problems: Readonly<Record<string, string>> = {
  consumer_key_unknown:
    'The server knows no application link with this consumer key. Check the key, and the incoming authentication of the link.',
  signature_invalid:
    'The private key does not fit the public key of the application link. Put its public half there, or paste the other key.',
  timestamp_refused:
    'The clock of the server and ours differ too much. Have the clock of the server set right.',
  permission_denied: 'The server was told not to let us in. Start again, and allow it there.',
  user_refused: 'The server was told not to let us in. Start again, and allow it there.',
  token_expired: 'It took too long to agree. Start again.',
  token_rejected: 'The server does not know this set-up any more. Start again.',
  invalid_scope:
    'The application link may not do what is needed. In Bitbucket, give it the permission to administer repositories.',
  unauthorized_client:
    'The application link is not for this use. Make an incoming one for an external application.',
  unsupported_response_type:
    'The application link is not for this use. Make an incoming one for an external application.',
  server_error: down,
  temporarily_unavailable: down,
};

function statusAdvice({ status }: ApiError): string {
  if (status === 404) return noBitbucket;
  if (status === 429) return 'The server has too much to do. Wait a minute, then try again.';
  if (status >= 500) return down;
  if (status === 403)
    return 'The server does not permit this. Use an account or a token that may administer repositories.';
  return 'The server did not accept the credential. Check what you typed in, and the application link or the token.';
}

const noBitbucket =
  'Something answers at this address, but not as Bitbucket Server does. Check it, with its path if it has one, such as https://git.example.com/bitbucket.';

/** A name that leads inside is told like one that leads nowhere: names of the inside are nobody's business. */
const unreachable =
  'The server cannot be reached from here. Check the address; it must be open to the internet by https, or have been made known to us.';

function transportAdvice({ code, cause }: TransportError): string {
  if (code === 'timeout') return 'The server took too long to answer. Wait a few minutes, then try again.';
  if (code === 'bad_answer') return noBitbucket;
  if (code === 'redirect_refused') {
    return 'The address leads on to another one. Type in the one at which Bitbucket itself answers.';
  }
  return isCertificateProblem(cause) ? untrusted : unreachable;
}

const untrusted =
  'The certificate of the server is not one that is trusted from here. Have one put there that is, or leave out the check.';

function isCertificateProblem(cause: unknown): boolean {
  for (let error = cause; error instanceof Error; error = error.cause) {
    const code: unknown = Reflect.get(error, 'code');
    if (typeof code === 'string' && /CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_TLS/.test(code)) return true;
  }
  return false;
}
