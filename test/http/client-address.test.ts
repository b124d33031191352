import { clientAddress } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';

const remoteAddress = '10.0.0.1';
const behind = (trustedProxies: number, forwarded?: string | string[]) =>
  clientAddress({
    remoteAddress,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    trustedProxies,
  });

describe('the address of a client', () => {
  test('is the socket’s where no proxy is trusted, whatever the header says', () => {
    expect(behind(0, '192.0.2.7')).toBe(remoteAddress);
    expect(clientAddress({ remoteAddress: undefined, headers: {}, trustedProxies: 0 })).toBeUndefined();
  });

  test.each([
    [1, '192.0.2.7', '192.0.2.7'],
    [1, '203.0.113.9, 192.0.2.7', '192.0.2.7'],
    [2, '192.0.2.7, 10.0.0.2', '192.0.2.7'],
    [2, '203.0.113.9, 198.51.100.4, 192.0.2.7, 10.0.0.2', '192.0.2.7'],
    [3, '192.0.2.7,10.0.0.3,10.0.0.2', '192.0.2.7'],
    [1, '  203.0.113.9 ,\t192.0.2.7\t', '192.0.2.7'],
    [1, '192.0.2.7:5678', '192.0.2.7'],
    [1, '::1', '::1'],
    [1, '[::1]', '::1'],
    [1, '[2001:db8::7]:80', '2001:db8::7'],
    [1, '::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    [1, '[::ffff:192.0.2.7]:80', '::ffff:192.0.2.7'],
  ])('is entry %i from the right of "%s"', (proxies, header, address) => {
    expect(behind(proxies, header)).toBe(address);
  });

  test.each([
    [1, ''],
    [2, '192.0.2.7'],
    [3, '203.0.113.9, 192.0.2.7'],
    [3, ','],
    [1_000_000, ',,,'],
  ])('is not known where %i entries are due in "%s"', (proxies, header) => {
    expect(behind(proxies, header)).toBeUndefined();
  });

  test.each([
    '192.0.2.7,',
    ',',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.7:',
    '192.0.2.7:port',
    '192.0.2.7:123456',
    '192.0.2.7 198.51.100.4',
    '"192.0.2.7"',
    '[192.0.2.7]:80',
    '[::1',
    '::1]',
    '[::1]80',
    '[]:80',
    'fe80::1%eth0',
    '[fe80::1%eth0]:80',
    'for=192.0.2.7',
    '2001:db8::7:65536',
    '1'.repeat(100_000),
    '['.repeat(100_000),
  ])('is not known where that entry is no address: %.40j', (entry) => {
    expect(behind(1, entry)).toBeUndefined();
    expect(behind(1, `192.0.2.7, ${entry}`)).toBeUndefined();
  });

  test('is not known where no proxy has written the header', () => {
    expect(behind(1)).toBeUndefined();
    expect(behind(1, [])).toBeUndefined();
  });

  test('is looked for in all headers of the name, in their order and any case', () => {
    const lists = ['203.0.113.9', '192.0.2.7, 10.0.0.2'];
    expect(behind(2, lists)).toBe('192.0.2.7');
    const headers = new Headers(lists.map((value): [string, string] => ['X-Forwarded-For', value]));
    expect(clientAddress({ remoteAddress, headers, trustedProxies: 2 })).toBe('192.0.2.7');
    const named = { 'X-Forwarded-For': '192.0.2.7' };
    expect(clientAddress({ remoteAddress, headers: named, trustedProxies: 1 })).toBe('192.0.2.7');
  });

  test('is the same whatever a sender writes before what the proxies add', () => {
    for (const forged of ['34.218.156.209', '34.218.156.209, 34.218.156.209', ',,,', 'x'.repeat(10_000)]) {
      expect(behind(1, `${forged}, 192.0.2.7`)).toBe('192.0.2.7');
      expect(behind(2, `${forged}, 192.0.2.7, 10.0.0.2`)).toBe('192.0.2.7');
    }
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1' as unknown as number])(
    '%s is no number of proxies',
    (proxies) => {
      expect(() => behind(proxies, '192.0.2.7')).toThrow(/trustedProxies/);
    },
  );
});
