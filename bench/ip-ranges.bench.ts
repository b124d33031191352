/** Measures the address check against a loop of ipaddr.js over 80 ranges, which have been parsed before. */
import { createRequire } from 'node:module';
import { createIpRanges } from '../src/webhooks/ip-ranges.ts';
import { ipRangesSnapshot } from '../src/webhooks/ip-ranges-snapshot.ts';

/** The part of ipaddr.js that is measured. It is here by way of Express. */
interface IpAddrJs {
  process(address: string): { kind(): string; match(range: unknown): boolean };
  parseCIDR(cidr: string): readonly [{ kind(): string }, number];
}
const library = 'ipaddr.js';
const ipaddr = createRequire(import.meta.url)(library) as IpAddrJs;

const cidrs = [...ipRangesSnapshot.cidrs, '192.0.2.0/24'];
const parsed = cidrs.map((cidr) => ipaddr.parseCIDR(cidr));
const ranges = createIpRanges({ ranges: cidrs });
const rounds = 40;
const perRound = 2_000;

/** Found early, found late, found nowhere; both families, and IPv4 as dual-stack sockets give it. */
const addresses = {
  'IPv4, first of the list': '3.216.235.48',
  'IPv4, late in the list': '185.166.143.250',
  'IPv4, in none': '203.0.113.9',
  'mapped IPv4, in none': '::ffff:203.0.113.9',
  'IPv6, last of the list': '2a05:d018:34d:5806::7',
  'IPv6, in none': '2001:db8::7',
};

function byLoop(text: string): boolean {
  const address = ipaddr.process(text);
  const kind = address.kind();
  return parsed.some((range) => range[0].kind() === kind && address.match(range));
}

// Both are warm before either is measured.
for (const address of Object.values(addresses)) {
  best(() => byLoop(address) !== ranges.contains(address));
}
for (const [name, address] of Object.entries(addresses)) {
  if (byLoop(address) !== ranges.contains(address)) throw new Error(`they differ on ${address}`);
  const loop = best(() => byLoop(address));
  const ours = best(() => ranges.contains(address));
  const figures = `${(ours * 1000).toFixed(0)} ns, loop ${(loop * 1000).toFixed(0)} ns`;
  console.log(`${name}: ${figures}, ratio ${(ours / loop).toFixed(3)} (budget 0.2)`);
}

const before = process.memoryUsage().heapUsed;
for (let count = 0; count < 1_000_000; count++) ranges.contains('2a05:d018:34d:5806::7');
const grown = process.memoryUsage().heapUsed - before;
console.log(`heap after a million checks: ${(grown / 1024).toFixed(0)} KiB more`);

/** Microseconds for one call, in the best of the rounds. */
function best(run: () => boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let count = 0; count < perRound; count++) run();
    least = Math.min(least, ((performance.now() - start) * 1000) / perRound);
  }
  return least;
}
