/** Keeps what was typed in, keys and secrets and all, in the user's own browser while it is away at the server: encrypted. */
import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

interface PendingServer {
  readonly baseUrl: string;
  readonly verifyTls: boolean;
}

/** By an application link of OAuth 1.0a. */
export interface PendingLink extends PendingServer {
  readonly method: 'oauth1';
  readonly consumerKey: string;
  /** PEM. */
  readonly privateKey: string;
  /** The request token. */
  readonly token: string;
  readonly tokenSecret: string;
}

/** By OAuth 2.0. */
export interface PendingGrant extends PendingServer {
  readonly method: 'oauth2';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever takes the code proves with it that they asked for it. */
  readonly codeVerifier: string;
}

/** A set-up whose person is away at the server, to agree or not. */
export type PendingSetup = PendingLink | PendingGrant;

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
export function sealSetup(setup: PendingSetup, options: SealOptions): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, sealingKey(options), iv).setAAD(Buffer.from(options.nonce));
  const text = deflateRawSync(JSON.stringify(packed(setup)));
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
    return unpacked(JSON.parse(inflateRawSync(text).toString()) as PendingSetup);
  } catch {
    return undefined;
  }
}

/** A key is a quarter shorter without its PEM, and base64 packs back to nearly the bytes that it stands for. */
function packed(setup: PendingSetup): PendingSetup {
  if (setup.method !== 'oauth1') return setup;
  const der = createPrivateKey(setup.privateKey).export({ type: 'pkcs8', format: 'der' });
  return { ...setup, privateKey: der.toString('base64') };
}

function unpacked(setup: PendingSetup): PendingSetup {
  if (setup.method !== 'oauth1') return setup;
  const der = Buffer.from(setup.privateKey, 'base64');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { ...setup, privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

const sealingKey = ({ signingKey }: SealOptions): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', signingKey, '', 'bitbucket-server-setup', 32));
