/** Proves by HMAC-SHA256 that a body comes from a holder of the secret. */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { ConfigError } from '../errors/config-error.ts';
import { Refusal } from './refusal.ts';

/** One secret, or several while one takes the other's place. */
export type WebhookSecret = string | readonly string[];

export interface VerifySignatureInput {
  /** The bytes as they came. A string would not do: decoding changes what is not valid UTF-8. */
  readonly body: Uint8Array;
  /** The `X-Hub-Signature` header: `sha256=` and 64 hex digits. */
  readonly signature: string | null | undefined;
  readonly secret: WebhookSecret;
}

const prefix = 'sha256=';

/**
 * Is the body signed with (one of) the secret(s)? False also where the signature is missing, cut, or of another
 * method than sha256.
 *
 * @throws ConfigError `invalid_option` when the secret is empty or an empty list, or the body is not bytes
 * @example
 * verifySignature({ body, signature: request.headers.get('x-hub-signature'), secret })
 * @see https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/#Secure-webhooks
 */
export function verifySignature({ body, signature, secret }: VerifySignatureInput): boolean {
  if (!(body instanceof Uint8Array)) {
    throw new ConfigError('body', 'it is not bytes', 'Pass the bytes as they came, before any decoding');
  }
  return typeof checkSignature(body, signature ?? undefined, secretKeys(secret)) === 'string';
}

/** The secrets made ready for use. Fails closed: nothing is proven with an empty secret. */
export function secretKeys(secret: unknown): readonly KeyObject[] {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  if (secrets.length === 0) {
    throw new ConfigError('secret', 'the list is empty', 'Pass at least one secret');
  }
  return secrets.map((one) => {
    if (typeof one === 'string' && one !== '') return createSecretKey(one, 'utf8');
    const problem = one === '' ? 'it is empty' : 'it is not text';
    throw new ConfigError('secret', problem, 'Pass the secret that the hook was created with');
  });
}

/** The body's HMAC in hex where the signature holds, else why it does not. */
export function checkSignature(
  body: Uint8Array,
  signature: string | undefined,
  keys: readonly KeyObject[],
): string | Refusal {
  if (signature === undefined || signature === '') {
    return new Refusal('signature_missing', 401, 'there is no X-Hub-Signature');
  }
  if (!signature.startsWith(prefix)) {
    return new Refusal('signature_method', 401, 'the signature is not of the method sha256');
  }
  const claimed = signature.slice(prefix.length).toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(claimed)) {
    return new Refusal('signature_mismatch', 401, 'the signature is not 64 hex digits');
  }
  for (const key of keys) {
    const digest = createHmac('sha256', key).update(body).digest('hex');
    if (timingSafeEqual(Buffer.from(digest, 'latin1'), Buffer.from(claimed, 'latin1'))) return digest;
  }
  return new Refusal('signature_mismatch', 401, 'the signature does not fit the body and the secret');
}
