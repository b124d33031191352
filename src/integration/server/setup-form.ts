/** The form of a set-up: what a person types in, judged field by field. */
import { readRsaPrivateKey } from '../../auth/oauth1-private-key.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';

export type SetupMethod = 'oauth1' | 'accessToken';
export type SetupField = 'url' | 'consumerKey' | 'privateKey' | 'accessToken';

/** A form that holds: which server, and by which credential. */
export type CheckedSetup = {
  readonly baseUrl: string;
  readonly verifyTls: boolean;
} & (
  | { readonly method: 'oauth1'; readonly consumerKey: string; readonly privateKey: string }
  | { readonly method: 'accessToken'; readonly token: string }
);

const longestConsumerKey = 200;
const longestUrl = 500;
/** Bits. A longer key does not fit the cookie that keeps it on the way, and signs no better. */
const longestKey = 4096;

/** @throws IntegrationFormError with a text for each field that must be mended; what was typed is in none of them */
export function checkSetupForm(form: URLSearchParams): CheckedSetup {
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
  const setup: CheckedSetup =
    methodOf(form) === 'accessToken'
      ? { ...server, method: 'accessToken', token: check('accessToken', checkToken) }
      : {
          ...server,
          method: 'oauth1',
          consumerKey: check('consumerKey', checkConsumerKey),
          privateKey: check('privateKey', checkPrivateKey),
        };
  if (Object.keys(errors).length > 0) throw new IntegrationFormError(errors);
  return setup;
}

export const methodOf = (form: URLSearchParams): SetupMethod =>
  form.get('method') === 'accessToken' ? 'accessToken' : 'oauth1';

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
