import { createIpRanges, createWebhookReceiver } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { countingReceiver, secret, send } from './receiver-kit.ts';

const bitbucket = '34.218.156.209';
const stranger = '192.0.2.7';

describe('a receiver that checks addresses (S1-03)', () => {
  test.each([bitbucket, `::ffff:${bitbucket}`, '2401:1d80:3000::7', '104.192.142.1'])(
    'hears a signed delivery from %s',
    async (remoteAddress) => {
      const { receiver, calls } = countingReceiver({ ipRanges: createIpRanges() });
      expect(await send(receiver, {}, { remoteAddress })).toMatchObject({ status: 200 });
      expect(calls).toHaveLength(1);
    },
  );

  test.each([
    stranger,
    `::ffff:${stranger}`,
    '2001:db8::7',
    '127.0.0.1',
    `${bitbucket}:443`,
    `${bitbucket}%eth0`,
    'not an address',
    '',
    undefined,
  ])('answers 401 to one from %s, though its signature is right', async (remoteAddress) => {
    const { receiver, calls, log } = countingReceiver({ ipRanges: createIpRanges() });
    expect(await send(receiver, {}, { remoteAddress })).toMatchObject({
      status: 401,
      body: '{"error":"unauthorized"}',
    });
    expect(calls).toEqual([]);
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { code: 'address_refused', status: 401 } }]);
  });

  test('does not take an address in the ranges for a signature', async () => {
    const { receiver } = countingReceiver({ ipRanges: createIpRanges() });
    const forged = await send(receiver, { secret: 'another' }, { remoteAddress: bitbucket });
    expect(forged).toMatchObject({ status: 401 });
  });
});

describe('a receiver behind trusted proxies', () => {
  const proxy = '10.0.0.1';
  const through = (forwarded: string | undefined, trustedProxies?: number) => {
    const { receiver } = countingReceiver({ ipRanges: createIpRanges(), trustedProxies });
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    return send(receiver, {}, { remoteAddress: proxy, headers });
  };

  test('asks about the address that the outermost of them saw', async () => {
    expect(await through(bitbucket, 1)).toMatchObject({ status: 200 });
    expect(await through(`${bitbucket}, 10.0.0.2`, 2)).toMatchObject({ status: 200 });
    expect(await through(stranger, 1)).toMatchObject({ status: 401 });
  });

  test('does not believe what the sender wrote before it', async () => {
    expect(await through(`${bitbucket}, ${stranger}`, 1)).toMatchObject({ status: 401 });
    expect(await through(`${bitbucket}, ${bitbucket}, ${stranger}, 10.0.0.2`, 2)).toMatchObject({
      status: 401,
    });
  });

  test('reads no header unless it is told how many proxies there are', async () => {
    expect(await through(bitbucket)).toMatchObject({ status: 401 });
    expect(await through(bitbucket, 0)).toMatchObject({ status: 401 });
  });

  test('refuses a delivery that came by fewer proxies, though its socket is Bitbucket’s', async () => {
    expect(await through(undefined, 1)).toMatchObject({ status: 401 });
    expect(await through(bitbucket, 2)).toMatchObject({ status: 401 });
    const { receiver, log } = countingReceiver({ ipRanges: createIpRanges(), trustedProxies: 1 });
    expect(await send(receiver, {}, { remoteAddress: bitbucket })).toMatchObject({ status: 401 });
    expect(log.lines[0]?.message).toContain('X-Forwarded-For has no address where trustedProxies looks');
  });

  test('checks no address where there are no ranges', async () => {
    const { receiver } = countingReceiver({ trustedProxies: 1 });
    expect(await send(receiver)).toMatchObject({ status: 200 });
  });

  test.each([-1, 1.5, '1', true])('is not made with %j of them', (trustedProxies) => {
    const options = { product: 'cloud', secret, trustedProxies } as { product: 'cloud'; secret: string };
    expect(() => createWebhookReceiver(options)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option: 'trustedProxies' }),
    );
  });
});
