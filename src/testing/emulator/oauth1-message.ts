/** Reads what an OAuth 1.0a signature is over, from the RFC alone: nothing of the signer that tests send through here. */

/** A refusal by its name in OAuth's list of problems. */
export class OAuth1Problem extends Error {
  readonly problem: string;
  readonly advice: Readonly<Record<string, string>>;

  constructor(problem: string, advice: Readonly<Record<string, string>> = {}) {
    super(problem);
    this.problem = problem;
    this.advice = advice;
  }
}

type Pair = readonly [name: string, value: string];

/** A request as it is verified: every parameter of query, form and header, decoded. */
export interface OAuth1Message {
  readonly method: string;
  readonly url: string;
  /** Without `realm`. */
  readonly parameters: readonly Pair[];
  /** A protocol parameter; an empty text counts as none. */
  get(name: string): string | undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1.3 */
export async function readMessage(request: Request, url: string = request.url): Promise<OAuth1Message> {
  const parameters = [
    ...parseForm(new URL(url).search.slice(1)),
    ...parseForm(await formBody(request)),
    ...parseHeader(request.headers.get('authorization') ?? ''),
  ];
  const names = parameters.map(([name]) => name).filter((name) => name.startsWith('oauth_'));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new OAuth1Problem('parameter_rejected', { oauth_parameters_rejected: twice });
  return {
    method: request.method,
    url,
    parameters,
    get: (name) => parameters.find(([key]) => key === name)?.[1] || undefined,
  };
}

async function formBody(request: Request): Promise<string> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' || request.body === null) return '';
  // A handler reads it again.
  return request.clone().text();
}

function parseForm(text: string): Pair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part): Pair => {
      const equals = part.indexOf('=');
      const [name, value] = equals === -1 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
    });
}

/** @see https://www.rfc-editor.org/rfc/rfc5849#section-3.5.1 */
function parseHeader(header: string): Pair[] {
  const rest = /^OAuth\s+(.*)$/is.exec(header.trim())?.[1];
  if (rest === undefined) return [];
  return rest.split(',').flatMap((part): Pair[] => {
    const found = /^\s*([^=\s]+)\s*=\s*"([^"]*)"\s*$/.exec(part);
    if (found === null) throw new OAuth1Problem('parameter_rejected');
    const [, name = '', value = ''] = found;
    return name.toLowerCase() === 'realm' ? [] : [[decode(name), decode(value)]];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new OAuth1Problem('parameter_rejected');
  }
}

/** All but letters, digits and `-._~`, byte by byte. @see https://www.rfc-editor.org/rfc/rfc5849#section-3.6 */
export function encode(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(letter)
        ? letter
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** The text that was signed. @see https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1 */
export function signedText({ method, url, parameters }: OAuth1Message): string {
  const { protocol, host, pathname } = new URL(url);
  const encoded = parameters
    .filter(([name]) => name !== 'oauth_signature')
    .map(([name, value]): Pair => [encode(name), encode(value)])
    .sort(([name, value], [otherName, otherValue]) => {
      if (name !== otherName) return name < otherName ? -1 : 1;
      return value === otherValue ? 0 : value < otherValue ? -1 : 1;
    })
    .map(([name, value]) => `${name}=${value}`);
  // The parser gives the host in small letters, and no port where it is the usual one.
  return [method.toUpperCase(), `${protocol}//${host}${pathname}`, encoded.join('&')].map(encode).join('&');
}

/** Seconds by which the clocks of both sides may differ. */
const tolerance = 300;
/** So many nonces are kept before it is looked for some that are too old to come again. */
const leastKept = 1_000;

export interface NonceBook {
  /** @throws OAuth1Problem `timestamp_refused` */
  checkTime(message: OAuth1Message): void;
  /** Once the signature holds: whoever cannot sign uses up no nonce. @throws OAuth1Problem `nonce_used` */
  use(message: OAuth1Message): void;
}

export function createNonceBook(now: () => number): NonceBook {
  const used = new Map<string, number>();
  let tidyAt = leastKept;
  const tidy = (): void => {
    for (const [key, timestamp] of used) if (timestamp < seconds() - tolerance) used.delete(key);
    // Looked through again when there are twice as many, so that no call costs more for those before it.
    tidyAt = Math.max(leastKept, 2 * used.size);
  };
  const seconds = (): number => Math.floor(now() / 1_000);
  return {
    checkTime(message) {
      const timestamp = message.get('oauth_timestamp') ?? '';
      const distance = Math.abs(Number(timestamp) - seconds());
      if (/^\d{1,12}$/.test(timestamp) && distance <= tolerance) return;
      const range = `${seconds() - tolerance}-${seconds() + tolerance}`;
      throw new OAuth1Problem('timestamp_refused', { oauth_acceptable_timestamps: range });
    },
    use(message) {
      if (used.size >= tidyAt) tidy();
      const parts = ['oauth_consumer_key', 'oauth_token', 'oauth_timestamp', 'oauth_nonce'];
      const key = JSON.stringify(parts.map((name) => message.get(name)));
      if (used.has(key)) throw new OAuth1Problem('nonce_used');
      used.set(key, Number(message.get('oauth_timestamp')));
    },
  };
}
