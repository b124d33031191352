import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver, toChangeEvent } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { createLog, secret } from './receiver-kit.ts';

/** A genuine delivery with this body, and what comes of it. */
async function deliver(body: string | Uint8Array, eventKey = 'repo:push') {
  const { lines, logger } = createLog();
  const receiver = createWebhookReceiver({ product: 'cloud', secret, logger });
  const heard: Readonly<Record<string, unknown>>[] = [];
  receiver.on('*', ({ payload }) => {
    heard.push(payload);
  });
  const delivery = signDelivery({ product: 'cloud', eventKey, payload: body, secret });
  const { status } = await receiver.receive({ method: 'POST', ...delivery });
  return { status, heard, lines };
}

const push = () => JSON.stringify(samples.cloud['repo:push']());
/** A push with one more field, as text. */
const pushWith = (field: string) => push().replace(/^\{/, `{${field},`);

describe('a genuine delivery whose body is hard to keep', () => {
  test.each<[string, () => string, string?]>([
    ['an id', () => push().replace('"is_private":true', '"is_private":true,"id":9007199254740993')],
    ['a negative number', () => pushWith('"x":-9007199254740993')],
    ['a number of forty digits', () => pushWith(`"x":[1, ${'9'.repeat(40)}]`)],
    ['a number at the end of a line', () => pushWith('"x":\n12345678901234567890\n')],
    ['an event of no schema', () => '{"id":12345678901234567890}', 'repo:dreamt_of'],
  ])('is refused where %s would be another number once parsed', async (_, body, eventKey?: string) => {
    const { status, heard, lines } = await deliver(body(), eventKey);
    expect(status).toBe(400);
    expect(heard).toEqual([]);
    expect(lines).toMatchObject([
      { fields: { code: 'payload_invalid' }, message: expect.stringMatching(/2\^53/) },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/\d{15}/);
  });

  test.each([
    ['the largest number that is safe', '"x":9007199254740991', 9_007_199_254_740_991],
    ['a number in a text', '"x":"id:9007199254740993, 12345678901234567890"', expect.any(String)],
    ['a fraction', '"x":0.12345678901234567890123', 0.12345678901234568],
    ['a number of 16 digits', '"x":[1234567890123456]', [1_234_567_890_123_456]],
    ['zeros of a new branch', `"x":"${'0'.repeat(40)}"`, '0'.repeat(40)],
    ['a text that ends in a backslash', '"x":"\\\\","y":"\\"12345678901234567"', '\\'],
  ])('is let in with %s', async (_, field, value) => {
    const { status, heard } = await deliver(pushWith(field));
    expect(status).toBe(200);
    expect(heard[0]?.['x']).toEqual(value);
  });

  test.each([
    ['objects', `"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists', `"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['lists beside others', `"x":${'[[],'.repeat(100_000)}1${']'.repeat(100_000)}`],
  ])('is refused with %s 100,000 deep', async (_, field) => {
    const { status, heard } = await deliver(pushWith(field));
    expect(status).toBe(400);
    expect(heard).toEqual([]);
    expect((await deliver(`{${field}}`, 'repo:dreamt_of')).status).toBe(400);
  });

  test('is refused, or not JSON, where it is nothing but brackets', async () => {
    expect((await deliver('['.repeat(200_000))).status).toBe(400);
    expect((await deliver(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).status).toBe(400);
  });

  test('is let in with fifty thousand lists side by side, and brackets in text', async () => {
    expect((await deliver(pushWith(`"x":[${'[],'.repeat(50_000)}1]`))).status).toBe(200);
    expect((await deliver(pushWith(`"x":"${'[{'.repeat(50_000)}"`))).status).toBe(200);
  });

  test('does no harm with __proto__ and its like, and keeps them as fields', async () => {
    const { status, heard } = await deliver(
      pushWith('"__proto__":{"repository":{"full_name":"evil/one"},"polluted":true},"constructor":1'),
    );
    expect(status).toBe(200);
    const [payload] = heard;
    expect(Object.keys(payload ?? {})).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const change = toChangeEvent({ product: 'cloud', eventKey: 'repo:push', payload });
    expect(change?.repository.fullName).toBe('acme/widgets');
    expect((await deliver('{"__proto__":{"push":{"changes":[]},"repository":{}}}')).status).toBe(400);
  });

  test('keeps half a character that was sent escaped, and refuses bytes that are none', async () => {
    const { status, heard } = await deliver(pushWith('"x":"\\ud83d"'));
    expect(status).toBe(200);
    expect(heard[0]?.['x']).toBe('\ud83d');
    const broken = Buffer.from(pushWith('"x":"?"'));
    broken[broken.indexOf('?')] = 0xff;
    expect((await deliver(broken)).status).toBe(400);
  });

  test('is refused under an event key of 10 kB, which is not logged', async () => {
    const { status, lines } = await deliver(push(), `repo:${'x'.repeat(10_000)}`);
    expect(status).toBe(400);
    expect(JSON.stringify(lines).length).toBeLessThan(1_000);
  });

  test('is refused with an event key that came twice', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const { headers, body } = signDelivery({
      product: 'cloud',
      eventKey: 'repo:push',
      payload: push(),
      secret,
    });
    const twice = { ...headers, 'x-event-key': ['repo:push', 'repo:fork'] };
    expect((await receiver.receive({ method: 'POST', headers: twice, body })).status).toBe(400);
  });
});
