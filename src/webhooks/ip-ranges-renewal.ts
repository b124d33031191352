/** Keeps a list of address ranges up to date, and the last good one when a newer one cannot be had. */
import { TransportError, type TransportErrorCode } from '../errors/transport-error.ts';
import { createSharedRun } from '../http/shared-run.ts';
import { isSameList, nextList, type RangeList } from './ip-ranges-list.ts';
import type { IpRangesSettings } from './ip-ranges-options.ts';
import { readPublishedRanges } from './ip-ranges-published.ts';
import { fetchList } from './ip-ranges-refresh.ts';

/** What a refresh came to. When it fails it is a TransportError instead, and the list stays as it was. */
export interface IpRangesRefresh {
  readonly status: 'updated' | 'unchanged';
  /** When the list in use was made: ISO 8601, UTC. */
  readonly asOf: string;
  /** How many ranges it has. */
  readonly size: number;
}

/** The last attempt to refresh, for a health check. */
export interface IpRangesAttempt {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `kept`: it failed, and the list stayed as it was. */
  readonly status: IpRangesRefresh['status'] | 'kept';
  /** Why it was kept; safe to show. */
  readonly problem: string | undefined;
}

export interface Renewal {
  /** The list in use. */
  readonly list: RangeList;
  readonly lastAttempt: IpRangesAttempt | undefined;
  /** Calls at the same time are one. @throws TransportError */
  refresh(signal?: AbortSignal | undefined): Promise<IpRangesRefresh>;
}

export const isoTime = (time: number): string => new Date(time).toISOString();

export function createRenewal(first: RangeList, settings: IpRangesSettings): Renewal {
  const { now, logger } = settings;
  let list = first;
  let etag: string | undefined;
  let lastAttempt: IpRangesAttempt | undefined;

  const renew = async (signal: AbortSignal): Promise<IpRangesRefresh> => {
    const fetched = await fetchList(settings, etag, signal);
    const before = list;
    if (fetched !== undefined) {
      list = nextList(before, readPublishedRanges(fetched.text), now());
      etag = fetched.etag;
    }
    const status = isSameList(before, list) ? 'unchanged' : 'updated';
    const result = { status, asOf: isoTime(list.madeAt), size: list.ranges.length } as const;
    lastAttempt = { at: isoTime(now()), status, problem: undefined };
    logger[status === 'updated' ? 'info' : 'debug']('address ranges refreshed', result);
    return result;
  };

  const keep = (cause: unknown): never => {
    const { code, problem } = describe(cause);
    const asOf = isoTime(list.madeAt);
    if (code !== 'aborted') {
      lastAttempt = { at: isoTime(now()), status: 'kept', problem };
      logger.warn('address ranges not refreshed; the list in use is kept', { code, problem, asOf });
    }
    throw new TransportError(code, `${problem}; the list of ${asOf} stays in use`, { cause });
  };

  const refresh = createSharedRun('Refreshing the address ranges', (_, unattended) =>
    renew(unattended).catch(keep),
  );

  return {
    get list() {
      return list;
    },
    get lastAttempt() {
      return lastAttempt;
    },
    // There is one list, and so one key.
    refresh: (signal) => refresh('', signal),
  };
}

function describe(cause: unknown): { code: TransportErrorCode; problem: string } {
  if (cause instanceof TransportError) return { code: cause.code, problem: cause.message };
  return { code: 'bad_answer', problem: 'The address ranges could not be refreshed' };
}
