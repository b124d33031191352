import { createRequire } from 'node:module';
import { BlockList, isIP } from 'node:net';
import { createIpRanges } from 'bitbucket-sdk/webhooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ipRangesSnapshot } from '../../src/webhooks/ip-ranges-snapshot.ts';

/** The part of ipaddr.js that the tests ask. It is here by way of Express. */
interface IpAddrJs {
  process(address: string): { kind(): string; match(range: unknown): boolean };
  parseCIDR(cidr: string): readonly [{ kind(): string }, number];
}
const library = 'ipaddr.js';
const ipaddr = createRequire(import.meta.url)(library) as IpAddrJs;

const inRanges = (ranges: string[], address: string) => createIpRanges({ ranges }).contains(address);

describe('which addresses are in the ranges (S1-11)', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.0'],
    ['192.0.2.0/24', '192.0.2.255'],
    ['192.0.2.7/24', '192.0.2.200'],
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7/32', '192.0.2.7'],
    ['0.0.0.0/0', '255.255.255.255'],
    ['0.0.0.0/1', '127.255.255.255'],
    ['128.0.0.0/1', '255.255.255.255'],
    ['192.0.2.0/24', '::ffff:192.0.2.9'],
    ['192.0.2.0/24', '::FFFF:C000:0209'],
    ['192.0.2.0/24', '0:0:0:0:0:ffff:c000:209'],
    ['::ffff:192.0.2.0/120', '192.0.2.9'],
    ['::ffff:192.0.2.9', '::ffff:c000:209'],
    ['2001:db8::/32', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::/32', '2001:0DB8::1'],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:1'],
    ['2001:db8:0:8000::/49', '2001:db8:0:ffff::'],
    ['::/0', '::'],
    ['::/0', '1:2:3:4:5:6:7::'],
    ['64:ff9b::/96', '64:ff9b::192.0.2.1'],
  ])('%s has %s', (range, address) => {
    expect(inRanges([range], address)).toBe(true);
  });

  test.each([
    ['192.0.2.0/24', '192.0.1.255'],
    ['192.0.2.0/24', '192.0.3.0'],
    ['192.0.2.7', '192.0.2.8'],
    ['192.0.2.0/24', '::192.0.2.7'],
    ['192.0.2.0/24', '::fffe:192.0.2.7'],
    ['192.0.2.0/24', '64:ff9b::192.0.2.7'],
    ['2001:db8::/32', '2001:db9::'],
    ['2001:db8::/32', '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8:0:8000::/49', '2001:db8:0:7fff::'],
    ['::/0', '192.0.2.7'],
    ['::/0', '::ffff:192.0.2.7'],
    ['0.0.0.0/0', '2001:db8::1'],
  ])('%s does not have %s', (range, address) => {
    expect(inRanges([range], address)).toBe(false);
  });

  test.each([
    '',
    ' ',
    '192.0.2',
    '192.0.2.',
    '.192.0.2.1',
    '192..2.1',
    '192.0.2.1.1',
    '192.0.2.256',
    '192.0.2.01',
    '192.0.2.1 ',
    ' 192.0.2.1',
    '192.0.2.1:443',
    '192.0.2.1/24',
    '0xc0.0.2.1',
    '3221225985',
    '-1.0.2.1',
    '1e2.0.2.1',
    '192.0.2.１',
    ':',
    ':::',
    ':1',
    '1:',
    '1::2::3',
    '1:::2',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8:',
    '1:2:3:4:5:6:7:8::',
    '::1:2:3:4:5:6:7:8',
    '12345::',
    'g::1',
    '[::1]',
    '[::1]:80',
    'fe80::1%eth0',
    '::1%0',
    '::ffff:192.0.2',
    '::ffff:192.0.2.256',
    '::ffff:192.0.2.1:1',
    '::192.0.2.1::',
    '1:2:3:4:5:6:7:192.0.2.1',
    'localhost',
    '0'.repeat(100_000),
    ':'.repeat(100_000),
  ])('%.40j is no address, and in no range', (address) => {
    expect(inRanges(['0.0.0.0/0', '::/0'], address)).toBe(false);
  });

  test.each([undefined, null, 3_221_225_985, {}, ['192.0.2.1'], Symbol('192.0.2.1')])(
    'what is no text is in no range either: %s',
    (address) => {
      const ranges = createIpRanges({ ranges: ['0.0.0.0/0', '::/0'] });
      expect(ranges.contains(address as string)).toBe(false);
    },
  );

  test('ranges within ranges, beside each other and out of order are one set', () => {
    const ranges = ['198.51.100.0/24', '192.0.2.128/25', '192.0.2.0/24', '192.0.2.7', '192.0.3.0/24'];
    const found = (address: string) => inRanges(ranges, address);
    expect(['192.0.2.7', '192.0.2.8', '192.0.2.200', '192.0.3.255', '198.51.100.1'].map(found)).toEqual(
      Array(5).fill(true),
    );
    expect(['192.0.1.255', '192.0.4.0', '198.51.99.255', '198.51.101.0'].map(found)).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('beside other readers of addresses', () => {
  const octet = fc.nat({ max: 255 });
  const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
  const ipv6 = fc.ipV6();
  const family = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

  test('what is an address is what Node takes for one', () => {
    const everything = createIpRanges({ ranges: ['0.0.0.0/0', '::/0'] });
    const pieces = fc.constantFrom(
      '0',
      '1',
      'ff',
      'ffff',
      '12345',
      '255',
      '256',
      '01',
      ':',
      '::',
      '.',
      '%',
      'g',
    );
    const nearly = fc.array(pieces, { maxLength: 18 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(nearly, ipv4, ipv6, fc.string()), (address) => {
        expect(everything.contains(address)).toBe(isIP(address) !== 0 && !address.includes('%'));
      }),
      { numRuns: 5_000 },
    );
  });

  test('what is in the built-in list is what a loop over ipaddr.js and what a BlockList find there', () => {
    const ranges = createIpRanges();
    const parsed = ipRangesSnapshot.cidrs.map((cidr) => ipaddr.parseCIDR(cidr));
    const blocks = new BlockList();
    for (const [address, prefix] of parsed) {
      blocks.addSubnet(String(address), prefix, address.kind() === 'ipv4' ? 'ipv4' : 'ipv6');
    }
    const byLoop = (text: string) => {
      const address = ipaddr.process(text);
      return parsed.some((range) => address.kind() === range[0].kind() && address.match(range));
    };
    fc.assert(
      fc.property(
        fc.oneof(
          ipv4,
          ipv6,
          nearby(),
          ipv4.map((text) => `::ffff:${text}`),
        ),
        (address) => {
          const found = ranges.contains(address);
          expect(found).toBe(byLoop(address));
          expect(found).toBe(blocks.check(address, family(address)));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  /** Addresses at the edges of the built-in ranges and one beside them. */
  function nearby(): fc.Arbitrary<string> {
    return fc
      .tuple(fc.constantFrom(...ipRangesSnapshot.cidrs), fc.boolean(), fc.constantFrom(-1, 0, 1))
      .map(([cidr, last, step]) => edgeOf(cidr, last, step));
  }
});

function edgeOf(cidr: string, last: boolean, step: number): string {
  const [address = '', prefix = ''] = cidr.split('/');
  const isIpv4 = isIP(address) === 4;
  const [bits, groupBits] = isIpv4 ? [32n, 8n] : [128n, 16n];
  const groups = isIpv4 ? address.split('.').map(Number) : expand(address);
  const value = groups.reduce((sum, group) => (sum << groupBits) | BigInt(group), 0n);
  const size = 1n << (bits - BigInt(prefix));
  const edge = value + (last ? size - 1n : 0n) + BigInt(step);
  const parts = Array.from({ length: Number(bits / groupBits) }, (_, index) => {
    const shift = bits - groupBits * BigInt(index + 1);
    return ((edge >> shift) & ((1n << groupBits) - 1n)).toString(isIpv4 ? 10 : 16);
  });
  return parts.join(isIpv4 ? '.' : ':');
}

function expand(address: string): number[] {
  const [left = '', right = ''] = address.split('::');
  const numbers = (text: string) =>
    text
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const head = numbers(left);
  const tail = numbers(right);
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

describe('the ranges that are built in', () => {
  test('are of a day that they tell, and know both families', () => {
    const ranges = createIpRanges();
    expect(ranges).toMatchObject({
      source: 'snapshot',
      asOf: '2026-06-18T00:00:00.000Z',
      lastRefresh: undefined,
    });
    expect(ranges.size).toBe(ipRangesSnapshot.cidrs.length);
    expect(ranges.contains('104.192.142.1')).toBe(true);
    expect(ranges.contains('13.200.41.129')).toBe(true);
    expect(ranges.contains('::ffff:34.218.156.209')).toBe(true);
    expect(ranges.contains('2401:1d80:3000::1')).toBe(true);
    expect(ranges.contains('34.218.156.210')).toBe(false);
    expect(ranges.contains('127.0.0.1')).toBe(false);
    expect(ranges.contains('::1')).toBe(false);
  });

  test('are each well-formed', () => {
    for (const cidr of ipRangesSnapshot.cidrs) {
      expect(() => createIpRanges({ ranges: [cidr] })).not.toThrow();
      expect(createIpRanges().contains(cidr.replace(/\/.*/, ''))).toBe(true);
    }
  });
});

describe('the options of ranges', () => {
  const create = (options: unknown) => createIpRanges(options as object);

  test.each([
    ['no object', [], 'options'],
    ['ranges that are text', { ranges: '192.0.2.0/24' }, 'ranges'],
    ['no ranges at all', { ranges: [] }, 'ranges'],
    ['a name', { ranges: ['192.0.2.0/24', 'example.com'] }, 'ranges[1]'],
    ['a prefix over 32', { ranges: ['192.0.2.0/33'] }, 'ranges[0]'],
    ['a prefix over 128', { ranges: ['::/129'] }, 'ranges[0]'],
    ['a prefix below 0', { ranges: ['192.0.2.0/-1'] }, 'ranges[0]'],
    ['a prefix with a zero before it', { ranges: ['192.0.2.0/024'] }, 'ranges[0]'],
    ['an empty prefix', { ranges: ['192.0.2.0/'] }, 'ranges[0]'],
    ['two prefixes', { ranges: ['192.0.2.0/24/24'] }, 'ranges[0]'],
    ['a mask', { ranges: ['192.0.2.0/255.255.255.0'] }, 'ranges[0]'],
    ['a mapped range with a prefix of IPv4', { ranges: ['::ffff:192.0.2.0/24'] }, 'ranges[0]'],
    ['a zone', { ranges: ['fe80::1%eth0'] }, 'ranges[0]'],
    ['a number', { ranges: [7] }, 'ranges[0]'],
    ['an address that is no web address', { url: 'ip-ranges' }, 'url'],
    ['an address without https', { url: 'http://ip-ranges.example.com/' }, 'url'],
    ['no time between refreshes', { interval: 0 }, 'interval'],
    ['more time than a timer runs', { interval: 2 ** 31 }, 'interval'],
    ['no time for an answer', { timeout: 0 }, 'timeout'],
    ['a fetch that is none', { fetch: 'fetch' }, 'fetch'],
    ['a clock that stands', { now: 5 }, 'now'],
    ['half a logger', { logger: { warn: () => {} } }, 'logger'],
  ])('%s is refused, naming the option', (_, options, option) => {
    expect(() => create(options)).toThrow(
      expect.objectContaining({ name: 'ConfigError', code: 'invalid_option', option }),
    );
  });

  test('a misspelt one is refused, naming the one that was meant', () => {
    expect(() => create({ range: ['192.0.2.0/24'] })).toThrow(/Did you mean ranges\?/);
  });
});
