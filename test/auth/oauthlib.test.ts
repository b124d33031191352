import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { signOAuth1 } from 'bitbucket-sdk/auth';
import { describe, expect, test } from 'vitest';

/** The Python that has oauthlib: Debian's own does not always come first on the PATH. */
const python = ['python3', '/usr/bin/python3'].find((command) => {
  try {
    execFileSync(command, ['-c', 'import oauthlib, jwt, cryptography'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

interface Call {
  readonly method: string;
  readonly url: string;
  readonly form?: string;
}

const calls: Readonly<Record<string, Call>> = {
  'a plain address': { method: 'GET', url: 'https://git.example.com/rest/api/latest/repos' },
  'a small method and a large host': { method: 'get', url: 'HTTPS://Git.Example.COM/a/B' },
  'query parameters out of order': { method: 'GET', url: 'https://h.example/a?z=1&a=2&B=3&a1=4' },
  'repeated parameters': { method: 'GET', url: 'https://h.example/a?n=b&n=a&n=A&n=10&n=9' },
  'empty values and names alone': { method: 'GET', url: 'https://h.example/a?empty=&alone&x=1' },
  'reserved letters': {
    method: 'GET',
    url: `https://h.example/a?q=${encodeURIComponent("!*'();:@&=+$,/?#[]%~-._")}`,
  },
  'UTF-8 in the query': {
    method: 'GET',
    url: `https://h.example/a?n%C3%A4me=${encodeURIComponent('größe ☂ 🎈')}`,
  },
  'UTF-8 and escapes in the path': { method: 'GET', url: 'https://h.example/a%20b/%C3%BC/c%2Fd?x=%2F' },
  'a plus sign and an escaped one': { method: 'GET', url: 'https://h.example/a?q=one+two%2Bthree%20four' },
  'the usual port of https': { method: 'GET', url: 'https://h.example:443/a' },
  'the usual port of http': { method: 'GET', url: 'http://h.example:80/a?b=c' },
  'a port of its own': { method: 'DELETE', url: 'https://h.example:7990/bitbucket/rest/x' },
  'no path': { method: 'GET', url: 'http://h.example' },
  'a form': { method: 'POST', url: 'https://h.example/a', form: 'b=2&a=1&empty=&u=%C3%BC+x' },
  'the same name in query and form': { method: 'POST', url: 'https://h.example/a?n=2&n=1', form: 'n=1&n=3' },
  'a personal repository': {
    method: 'GET',
    url: 'https://h.example/c/rest/api/latest/projects/~jane/repos/x',
  },
};

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

const keys = {
  'RSA-SHA1': { privateKey },
  'HMAC-SHA1': { consumerSecret: "s%c+r&t'ü", tokenSecret: 'tökén &=' },
} as const;

interface Case {
  readonly title: string;
  readonly call: Call;
  readonly authorization: string;
}

const cases = Object.entries(keys).flatMap(([method, key]) =>
  Object.entries(calls).map(([title, call]): Case => {
    const parts = {
      ...call,
      ...key,
      consumerKey: 'a key',
      token: 'to+ken/=',
      nonce: `${method}.n`,
      timestamp: 1_700_000_000,
    };
    return { title: `${method} over ${title}`, call, authorization: signOAuth1(parts) };
  }),
);

/** What oauthlib says to each of them. */
function verify(all: readonly Case[]): boolean[] {
  const { consumerSecret, tokenSecret } = keys['HMAC-SHA1'];
  const known = { consumerKey: 'a key', publicKey, consumerSecret, tokenSecret };
  const input = all.map(({ call, authorization }) => ({ form: null, ...call, ...known, authorization }));
  const script = join(import.meta.dirname, 'oauthlib-verify.py');
  const output = execFileSync(python ?? '', [script], { input: JSON.stringify(input), encoding: 'utf8' });
  return JSON.parse(output) as boolean[];
}

describe('signatures, as the Python package oauthlib sees them', () => {
  if (python === undefined) {
    test.skip('not run: no python3 here has the package oauthlib (Debian: python3-oauthlib)', () => {});
    return;
  }

  test(`hold, all ${cases.length} of them`, () => {
    const verdicts = verify(cases);
    expect(cases.filter((_, index) => verdicts[index] !== true).map(({ title }) => title)).toEqual([]);
  });

  test('do not hold when a letter of the address, the form or the nonce is another one', () => {
    const tampered = cases.flatMap(({ title, call, authorization }): Case[] => [
      {
        title: `${title}: address`,
        call: { ...call, url: `${call.url}${call.url.includes('?') ? '&' : '?'}x=y` },
        authorization,
      },
      { title: `${title}: nonce`, call, authorization: authorization.replace('SHA1.n"', 'SHA1.m"') },
      ...(call.form === undefined
        ? []
        : [{ title: `${title}: form`, call: { ...call, form: `${call.form}1` }, authorization }]),
    ]);
    const verdicts = verify(tampered);
    expect(tampered.filter((_, index) => verdicts[index] !== false).map(({ title }) => title)).toEqual([]);
  });
});
