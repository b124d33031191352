/** Judges the list of address ranges that Atlassian publishes, and takes from it where Bitbucket's deliveries come from. */
import { TransportError } from '../errors/transport-error.ts';
import { isRecord } from '../shared/types.ts';
import { type IpRange, parseRange } from './ip-ranges-table.ts';

export interface PublishedRanges {
  /** Each once. */
  readonly ranges: readonly IpRange[];
  /** When the list was made, in ms since 1970; `undefined` where it does not say. */
  readonly madeAt: number | undefined;
}

/** A wider range is taken for a mistake: it would let in whole networks that are not Atlassian's. */
const shortestPrefix = { 4: 8, 6: 16 } as const;

/**
 * The ranges of a list whose product is Bitbucket and whose direction is egress, of both families.
 *
 * @param text the list as JSON
 * @throws TransportError `bad_answer` for what is no such list, or cannot be right: no entry, no IPv4 among them, one
 *   that is no range or far too wide. The message quotes nothing of the list.
 * @see https://support.atlassian.com/organization-administration/docs/ip-addresses-and-domains-for-atlassian-cloud-products/
 */
export function readPublishedRanges(text: string): PublishedRanges {
  const list = parseJson(text);
  if (!isRecord(list) || !Array.isArray(list['items'])) throw implausible('is no list of address ranges');
  const items: readonly unknown[] = list['items'];
  const cidrs = [...new Set(items.filter(isBitbucketEgress).map(({ cidr }) => cidr))];
  if (cidrs.length === 0) throw implausible('names no address that Bitbucket sends from');
  const ranges = cidrs.map(toRange);
  if (!ranges.some(({ family }) => family === 4)) throw implausible('names no IPv4 address');
  return { ranges, madeAt: timeOf(list) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TransportError('bad_answer', 'What came as the list of address ranges is no JSON', { cause });
  }
}

function isBitbucketEgress(item: unknown): item is { readonly cidr: unknown } {
  return isRecord(item) && names(item['product'], 'bitbucket') && names(item['direction'], 'egress');
}

const names = (list: unknown, word: string): boolean => Array.isArray(list) && list.includes(word);

function toRange(cidr: unknown): IpRange {
  const range = parseRange(cidr);
  if (range === undefined) throw implausible('has an entry that is no address range');
  if (range.prefix < shortestPrefix[range.family]) throw implausible('has a range that is far too wide');
  return range;
}

/** `creationDate` is UTC and says so nowhere; `syncToken` is the same time in seconds. */
function timeOf({ creationDate, syncToken }: Record<string, unknown>): number | undefined {
  if (typeof creationDate === 'string') {
    const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(creationDate);
    const time = Date.parse(hasZone || !creationDate.includes('T') ? creationDate : `${creationDate}Z`);
    if (!Number.isNaN(time)) return time;
  }
  const seconds = Number(syncToken ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** A list that was understood, and cannot be right. */
export function implausible(what: string): TransportError {
  return new TransportError('bad_answer', `The list of address ranges ${what}`);
}
