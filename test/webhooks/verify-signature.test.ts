import { createHmac } from 'node:crypto';
import { verifySignature } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';

/** Atlassian's own example, from its page on securing webhooks. */
const atlassian = {
  secret: "It's a Secret to Everybody",
  body: Buffer.from('Hello World!'),
  signature: 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9',
};

describe('verifying a signature', () => {
  test('accepts Atlassian’s example', () => {
    expect(verifySignature(atlassian)).toBe(true);
  });

  test('accepts any secret of a list, and a view into a larger buffer', () => {
    const secret = ['before', atlassian.secret];
    expect(verifySignature({ ...atlassian, secret })).toBe(true);
    const body = new Uint8Array(Buffer.from('>>Hello World!<<')).subarray(2, 14);
    expect(verifySignature({ ...atlassian, body })).toBe(true);
  });

  test('is over bytes, also those that are no text, and over none', () => {
    for (const body of [new Uint8Array([0xff, 0x00, 0xc3]), new Uint8Array()]) {
      const signature = `sha256=${createHmac('sha256', 'ключ').update(body).digest('hex')}`;
      expect(verifySignature({ body, signature, secret: 'ключ' })).toBe(true);
    }
  });

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['empty', ''],
    ['cut', atlassian.signature.slice(0, -2)],
    ['without its method', atlassian.signature.slice(7)],
    ['of sha1', `sha1=${createHmac('sha1', atlassian.secret).update(atlassian.body).digest('hex')}`],
    ['with a space before', ` ${atlassian.signature}`],
    ['in letters beyond ASCII', `sha256=${'é'.repeat(64)}`],
  ])('refuses one that is %s', (_, signature) => {
    expect(verifySignature({ ...atlassian, signature })).toBe(false);
  });

  test('refuses another body and another secret', () => {
    expect(verifySignature({ ...atlassian, body: Buffer.from('Hello World') })).toBe(false);
    expect(verifySignature({ ...atlassian, secret: atlassian.secret.toLowerCase() })).toBe(false);
  });

  test.each([
    ['an empty secret', ''],
    ['no secret', undefined as unknown as string],
    ['an empty list', []],
    ['a list with an empty secret', [atlassian.secret, '']],
  ])('throws for %s instead of judging', (_, secret) => {
    const signature = `sha256=${createHmac('sha256', '').update(atlassian.body).digest('hex')}`;
    expect(() => verifySignature({ ...atlassian, signature, secret })).toThrow(
      expect.objectContaining({ code: 'invalid_option', option: 'secret' }),
    );
  });

  test('throws for a body that is text: it was decoded', () => {
    const body = 'Hello World!' as unknown as Uint8Array;
    expect(() => verifySignature({ ...atlassian, body })).toThrow(
      expect.objectContaining({ option: 'body' }),
    );
  });
});

interface HmacVectors {
  readonly vectors: readonly { readonly secret: string; readonly body: string; readonly value: string }[];
}

describeWithReferenceData('the recorded vectors', () => {
  test('hold', () => {
    const { vectors } = readReferenceData<HmacVectors>('vectors/webhook-hmac.json');
    expect(vectors.length).toBeGreaterThan(0);
    for (const { secret, body, value } of vectors) {
      expect(verifySignature({ body: Buffer.from(body), signature: value, secret })).toBe(true);
    }
  });
});
