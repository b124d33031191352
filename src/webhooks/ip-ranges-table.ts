/** Address ranges as numbers, sorted and merged, so that a look-up is a binary search. */
import { groupCount, readAddress } from './ip-ranges-address.ts';

/** A range, from its first address to its last, as groups of 16 bits; IPv4 stands in the last two. */
export interface IpRange {
  /** As it was written. */
  readonly text: string;
  readonly family: 4 | 6;
  /** Of the family: 0 to 32, or 0 to 128. */
  readonly prefix: number;
  readonly first: Uint16Array;
  readonly last: Uint16Array;
}

/** Is the address, or what was passed instead of one, in one of the ranges? Never throws. */
export type RangeTable = (address: unknown) => boolean;

/**
 * Reads `192.0.2.0/24`, `2001:db8::/32`, or a single address; `undefined` for what is neither. Bits behind the prefix
 * do not matter. An IPv4 range may come in its IPv6 form, with a prefix of 96 or more.
 */
export function parseRange(text: unknown): IpRange | undefined {
  if (typeof text !== 'string') return undefined;
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const groups = new Uint16Array(groupCount);
  const family = readAddress(address, groups);
  if (family === 0) return undefined;
  const bits = address.includes(':') ? 128 : 32;
  const prefix = slash < 0 ? bits : readPrefix(text.slice(slash + 1), bits);
  const own = family === 4 && bits === 128 ? prefix - 96 : prefix;
  return own < 0 ? undefined : { text, family, prefix: own, ...boundsOf(groups, family, own) };
}

/** A whole number from 0 to `most`; -1 for anything else. */
function readPrefix(text: string, most: number): number {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= most ? Number(text) : -1;
}

function boundsOf(groups: Uint16Array, family: 4 | 6, prefix: number): Pick<IpRange, 'first' | 'last'> {
  const fixed = family === 4 ? prefix + 96 : prefix;
  const free = (group: number): number => 0xffff >>> Math.min(16, Math.max(0, fixed - 16 * group));
  const first = groups.map((value, group) => value & ~free(group));
  const last = groups.map((value, group) => value | free(group));
  return { first, last };
}

/** The look-up makes no object: its numbers are written into one place, over and over. */
export function createRangeTable(ranges: readonly IpRange[]): RangeTable {
  const isInIpv4 = createSearch(
    ranges.filter(({ family }) => family === 4),
    6,
  );
  const isInIpv6 = createSearch(
    ranges.filter(({ family }) => family === 6),
    0,
  );
  const groups = new Uint16Array(groupCount);
  return (address) => {
    if (typeof address !== 'string') return false;
    const family = readAddress(address, groups);
    if (family === 0) return false;
    return family === 4 ? isInIpv4(groups) : isInIpv6(groups);
  };
}

/** Compares by the groups from `from` on; the ones before it are the same for all. */
function createSearch(ranges: readonly IpRange[], from: number): (groups: Uint16Array) => boolean {
  const spans = merge(ranges, from);
  const firsts = flatten(spans.map(({ first }) => first));
  const lasts = flatten(spans.map(({ last }) => last));
  return (groups) => {
    // The last span that begins at the address or before it is the only one that can hold it.
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(groups, 0, firsts, middle * groupCount, from) < 0) high = middle;
      else low = middle + 1;
    }
    return low > 0 && compare(groups, 0, lasts, (low - 1) * groupCount, from) <= 0;
  };
}

interface Span {
  readonly first: Uint16Array;
  last: Uint16Array;
}

/** In order, with no two that overlap: published lists name ranges within ranges. */
function merge(ranges: readonly IpRange[], from: number): readonly Span[] {
  const spans: Span[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => compare(a.first, 0, b.first, 0, from))) {
    const before = spans.at(-1);
    if (before === undefined || compare(first, 0, before.last, 0, from) > 0) spans.push({ first, last });
    else if (compare(last, 0, before.last, 0, from) > 0) before.last = last;
  }
  return spans;
}

function flatten(rows: readonly Uint16Array[]): Uint16Array {
  const flat = new Uint16Array(rows.length * groupCount);
  for (const [index, row] of rows.entries()) flat.set(row, index * groupCount);
  return flat;
}

function compare(a: Uint16Array, aStart: number, b: Uint16Array, bStart: number, from: number): number {
  for (let group = from; group < groupCount; group++) {
    const difference = (a[aStart + group] ?? 0) - (b[bStart + group] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
