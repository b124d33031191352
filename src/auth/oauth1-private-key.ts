/** Reads the private key of an application link as people paste it, and says what is wrong with one that cannot sign. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { ConfigError } from '../errors/config-error.ts';

interface Flaw {
  readonly problem: string;
  readonly fix: string;
}

const usable = 'Pass an RSA private key as PEM, in PKCS#1 ("RSA PRIVATE KEY") or PKCS#8 ("PRIVATE KEY")';

const encrypted: Flaw = {
  problem: 'it is encrypted with a pass phrase',
  fix: 'Write it out without one: openssl pkey -in key.pem',
};
const notRsa: Flaw = { problem: 'it is no RSA key', fix: usable };
const escaped: Flaw = {
  problem: 'its line breaks are written as \\n',
  fix: 'Put line breaks in their place',
};
const unreadable: Flaw = { problem: 'it cannot be read as a private key', fix: usable };

/** What a PEM text without a usable key may be, by its label. */
const otherKinds: readonly (readonly [label: RegExp, flaw: Flaw])[] = [
  [/^ENCRYPTED PRIVATE KEY$/, encrypted],
  [
    /PUBLIC KEY$/,
    { problem: 'it is a public key', fix: 'Pass the private one; this one belongs in the application link' },
  ],
  [/CERTIFICATE/, { problem: 'it is a certificate', fix: usable }],
  [
    /^OPENSSH PRIVATE KEY$/,
    {
      problem: "it is in OpenSSH's own format",
      fix: 'Turn it into PEM: ssh-keygen -p -m PEM -f, and the file',
    },
  ],
  [/^(EC|DSA) PRIVATE KEY$/, notRsa],
];

/**
 * The RSA key in a PEM text. Line ends of any kind, and blank space around the text or its lines, do no harm.
 *
 * @throws ConfigError `invalid_option` with the reason: encrypted, public, a certificate, not RSA, not readable
 */
export function readRsaPrivateKey(text: unknown): KeyObject {
  const pem = typeof text === 'string' ? cleanLines(text) : '';
  if (pem.includes('\\n')) throw refused(escaped);
  const block = findBlock(pem, 'RSA PRIVATE KEY') ?? findBlock(pem, 'PRIVATE KEY');
  if (block === undefined) throw refused(explain(pem));
  if (/^Proc-Type:.*ENCRYPTED/m.test(block)) throw refused(encrypted);
  const key = parse(block);
  if (key.asymmetricKeyType !== 'rsa') throw refused(notRsa);
  return key;
}

const cleanLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n');

function findBlock(pem: string, label: string): string | undefined {
  const begin = pem.indexOf(`-----BEGIN ${label}-----`);
  const last = `-----END ${label}-----`;
  const end = pem.indexOf(last, begin);
  return begin < 0 || end < 0 ? undefined : `${pem.slice(begin, end + last.length)}\n`;
}

function parse(block: string): KeyObject {
  try {
    return createPrivateKey(block);
  } catch (cause) {
    throw refused(unreadable, cause);
  }
}

function explain(pem: string): Flaw {
  const label = /-----BEGIN ([A-Z0-9 ]{1,50})-----/.exec(pem)?.[1];
  if (label === undefined) return { problem: 'it is no PEM text', fix: usable };
  return otherKinds.find(([kind]) => kind.test(label))?.[1] ?? unreadable;
}

function refused({ problem, fix }: Flaw, cause?: unknown): ConfigError {
  return new ConfigError('privateKey', problem, fix, cause === undefined ? undefined : { cause });
}
