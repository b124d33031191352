/** Keeps what was typed in, private key and all, in the user's own browser while it is away at the server: encrypted. */
import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A set-up whose person is away at the server, to agree or not. */
export interface PendingSetup {
  readonly baseUrl: string;
  readonly verifyTls: boolean;
  readonly consumerKey: string;
  /** PEM. */
  readonly privateKey: string;
  /** The request token. */
  readonly token: string;
  readonly tokenSecret: string;
}

export interface SealOptions {
  /** The key that signs states; what encrypts is derived from it. */
  readonly signingKey: string;
  /** What the state of this very set-up is bound to: another set-up's text cannot be put in its place. */
  readonly nonce: string;
}

/**
 * A browser keeps 4,096 bytes of a cookie, name included; name and nonce take some hundred. An RSA key of 4096 bits, a
 * consumer key of 200 characters and an address of 100 fit.
 */
export const longestSeal = 3900;

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** URL-safe text, which only a holder of the signing key can read or make. */
export function sealSetup({ privateKey, ...rest }: PendingSetup, options: SealOptions): string {
  // A key is a quarter shorter without its PEM, and base64 packs back to nearly the bytes that it stands for.
  const key = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' }).toString('base64');
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, sealingKey(options), iv).setAAD(Buffer.from(options.nonce));
  const text = deflateRawSync(JSON.stringify({ ...rest, key }));
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** What was sealed; `undefined` for a text that was altered, made with another key, or belongs to another set-up. */
export function openSetup(sealed: string, options: SealOptions): PendingSetup | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, sealingKey(options), bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(options.nonce)).setAuthTag(bytes.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
    const { key, ...rest } = JSON.parse(inflateRawSync(text).toString()) as Omit<
      PendingSetup,
      'privateKey'
    > & {
      readonly key: string;
    };
    const der = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
    return { ...rest, privateKey: der.export({ type: 'pkcs8', format: 'pem' }).toString() };
  } catch {
    return undefined;
  }
}

const sealingKey = ({ signingKey }: SealOptions): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', signingKey, '', 'bitbucket-server-setup', 32));
