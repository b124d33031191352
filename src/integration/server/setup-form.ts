/** The form of a set-up: what a person types in, judged field by field. */
import { readRsaPrivateKey } from '../../auth/oauth1-private-key.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';

export type SetupMethod = 'oauth1' | 'accessToken' | 'oauth2';
export type SetupField = 'url' | 'consumerKey' | 'privateKey' | 'accessToken' | 'clientId' | 'clientSecret';

/** A form that holds: which server, and by which credential. */
export type CheckedSetup = {
  readonly baseUrl: string;
  readonly verifyTls: boolean;
} & TypedCredential;

type TypedCredential =
  | { readonly method: 'oauth1'; readonly consumerKey: string; readonly privateKey: string }
  | { readonly method: 'accessToken'; readonly token: string }
  | { readonly method: 'oauth2'; readonly clientId: string; readonly clientSecret: string };

const longestConsumerKey = 200;
const longestClientId = 200;
const longestClientSecret = 500;
const longestUrl = 500;
/** Bits. A longer key does not fit the cookie that keeps it on the way, and signs no better. */
const longestKey = 4096;

/** @throws IntegrationFormError with a text for each field that must be mended; what was typed is in none of them */
export function checkSetupForm(form: URLSearchParams, methods: readonly SetupMethod[]): CheckedSetup {
  const errors: Partial<Record<SetupField, string>> = {};
  const check = (field: SetupField, judge: (text: string) => string): string => {
    try {
      return judge((form.get(field) ?? '').trim());
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      errors[field] = error.message;
      return '';
    }
  };
  const server = { baseUrl: check('url', checkUrl), verifyTls: form.get('verifyTls') !== null };
  const setup: CheckedSetup = { ...server, ...readCredential(methodOf(form, methods), check) };
  if (Object.keys(errors).length > 0) throw new IntegrationFormError(errors);
  return setup;
}

type Check = (field: SetupField, judge: (text: string) => string) => string;

function readCredential(method: SetupMethod, check: Check): TypedCredential {
  if (method === 'accessToken') return { method, token: check('accessToken', checkToken) };
  if (method === 'oauth2') {
    const clientId = check('clientId', checkClientId);
    return { method, clientId, clientSecret: check('clientSecret', checkClientSecret) };
  }
  const consumerKey = check('consumerKey', checkConsumerKey);
  return { method, consumerKey, privateKey: check('privateKey', checkPrivateKey) };
}

/** Which of the forms that the page shows was posted. */
export const methodOf = (form: URLSearchParams, methods: readonly SetupMethod[]): SetupMethod =>
  methods.find((method) => method === form.get('method')) ?? 'oauth1';

class Mistake extends Error {}

function checkUrl(text: string): string {
  if (text === '') throw new Mistake('Type in the address of your Bitbucket Server.');
  if (text.length > longestUrl) throw new Mistake('This is too long for an address of a server.');
  const url = URL.parse(text);
  if (!/^https:\/\//i.test(text) || url === null) {
    throw new Mistake('Type in a whole address that begins with https://, such as https://git.example.com.');
  }
  if (
    url.username !== '' ||
    url.password !== '' ||
    text
      .replace(/^https:\/\//i, '')
      .split('/')[0]
      ?.includes('@')
  ) {
    throw new Mistake('Leave user name and password out of the address.');
  }
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) {
    throw new Mistake('Leave out what begins with ? or #: only the address of the server is needed.');
  }
  return checkBaseUrl('url', text);
}

function checkConsumerKey(text: string): string {
  if (text === '') throw new Mistake('Type in the consumer key of the application link.');
  if ([...text].length > longestConsumerKey) {
    throw new Mistake(`A consumer key has at most ${longestConsumerKey} characters.`);
  }
  if (/\p{Cc}/u.test(text) || !text.isWellFormed()) {
    throw new Mistake('The consumer key has characters in it that none can have.');
  }
  return text;
}

function checkPrivateKey(text: string): string {
  if (text === '')
    throw new Mistake('Paste the private key whose public half stands in the application link.');
  try {
    const key = readRsaPrivateKey(text);
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) > longestKey) {
      throw new Mistake(`This key is too long: make one of 2048 to ${longestKey} bits.`);
    }
    return key.export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new Mistake(`This key cannot be used: ${error.message.slice(`${error.option}: `.length)}.`);
  }
}

function checkToken(text: string): string {
  if (text === '') throw new Mistake('Paste an HTTP access token.');
  if (!/^[\x21-\x7e]{1,1000}$/.test(text))
    throw new Mistake('This is no HTTP access token: paste it as it was shown.');
  return text;
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#appendix-A.1 */
function checkClientId(text: string): string {
  if (text === '') throw new Mistake('Type in the client ID of the application link.');
  if (text.length > longestClientId) {
    throw new Mistake(`A client ID has at most ${longestClientId} characters.`);
  }
  if (!/^[\x20-\x7e]+$/.test(text)) {
    throw new Mistake('The client ID has characters in it that none can have.');
  }
  return text;
}

function checkClientSecret(text: string): string {
  if (text === '') throw new Mistake('Paste the client secret that belongs to the client ID.');
  if (text.length > longestClientSecret) {
    throw new Mistake(`A client secret has at most ${longestClientSecret} characters.`);
  }
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new Mistake('This is no client secret: paste it as it was shown.');
  }
  return text;
}
