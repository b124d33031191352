/** Verifies OAuth 1.0a signatures by RSA-SHA1, which an application link's public key proves. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type OAuth1Message, OAuth1Problem, signedText } from '../oauth1-message.ts';

/** @throws OAuth1Problem `signature_method_rejected`, `signature_invalid` */
export function verifySignature(message: OAuth1Message, key: KeyObject): void {
  if (message.get('oauth_signature_method') !== 'RSA-SHA1')
    throw new OAuth1Problem('signature_method_rejected');
  const signature = Buffer.from(message.get('oauth_signature') ?? '', 'base64');
  if (!verify('sha1', Buffer.from(signedText(message), 'utf8'), key, signature)) {
    throw new OAuth1Problem('signature_invalid');
  }
}

/** The RSA public key in a PEM text, or that of a certificate; `undefined` for anything else. */
export function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' && !/PRIVATE KEY/.test(pem) ? key : undefined;
  } catch {
    return undefined;
  }
}
