/** The list of address ranges that is in use, and when another one may take its place. */

import { implausible, type PublishedRanges } from './ip-ranges-published.ts';
import { ipRangesSnapshot } from './ip-ranges-snapshot.ts';
import { createRangeTable, type IpRange, parseRange, type RangeTable } from './ip-ranges-table.ts';

export interface RangeList {
  readonly source: 'snapshot' | 'published' | 'own';
  readonly ranges: readonly IpRange[];
  /** In ms since 1970. */
  readonly madeAt: number;
  readonly has: RangeTable;
}

const day = 86_400_000;

export function builtInList(): RangeList {
  const { cidrs, asOf } = ipRangesSnapshot;
  const ranges = cidrs.flatMap((cidr) => parseRange(cidr) ?? []);
  return { source: 'snapshot', ranges, madeAt: Date.parse(asOf), has: createRangeTable(ranges) };
}

export function ownList(ranges: readonly IpRange[], madeAt: number): RangeList {
  return { source: 'own', ranges, madeAt, has: createRangeTable(ranges) };
}

/**
 * The list that takes the place of the one in use.
 *
 * @throws TransportError `bad_answer` when it is older, of the future, or has lost more than half: whoever can make us
 *   take such a list chooses which of Bitbucket's deliveries are refused, and a date of the future would keep all
 *   later lists out.
 */
export function nextList(before: RangeList, published: PublishedRanges, now: number): RangeList {
  const { ranges, madeAt = before.madeAt } = published;
  if (madeAt < before.madeAt) throw implausible('is older than the one in use');
  if (madeAt > now + day) throw implausible('is of the future');
  if (ranges.length * 2 < before.ranges.length) {
    throw implausible(`has ${ranges.length} ranges where the one in use has ${before.ranges.length}`);
  }
  return { source: 'published', ranges, madeAt, has: createRangeTable(ranges) };
}

/** Have they the same ranges, in whatever order? */
export function isSameList(before: RangeList, after: RangeList): boolean {
  const known = new Set(before.ranges.map(({ text }) => text));
  return known.size === after.ranges.length && after.ranges.every(({ text }) => known.has(text));
}
