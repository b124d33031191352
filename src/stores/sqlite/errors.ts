/** What SQLite and the file system say, as errors of the library with the way out in their text. */
import { isBitbucketError } from '../../errors/bitbucket-error.ts';
import { StoreError, type StoreErrorCode } from '../../errors/store-error.ts';
import { isRecord } from '../../shared/types.ts';

/** @see https://www.sqlite.org/rescode.html */
const codes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  constraint: 19,
  notADatabase: 26,
};
/** The file was moved or deleted while it was open; SQLite counts that among the read-only ones. */
const moved = 1032;

type Explanation = readonly [StoreErrorCode, string];

const explanations: Readonly<Record<number, Explanation>> = {
  [codes.busy]: ['store_locked', 'is locked by another process. Try again, or raise busyTimeout'],
  [codes.locked]: ['store_locked', 'is locked by another connection. Try again'],
  [codes.readOnly]: ['store_read_only', 'may not be written. Make the file and its directory writable'],
  [codes.ioError]: ['store_unavailable', 'cannot be read or written. Look at the disk'],
  [codes.corrupt]: ['store_corrupt', 'is damaged. Restore it from a backup'],
  [codes.full]: ['store_unavailable', 'cannot grow: the disk is full'],
  [codes.constraint]: ['row_conflict', 'has such a row already, which may be there only once'],
  [codes.notADatabase]: [
    'store_corrupt',
    'is not a database. Pass another path, or restore it from a backup',
  ],
};

/** Any error as one of the library's; `place` is the path. */
export function toStoreError(error: unknown, place: string): Error {
  if (isBitbucketError(error)) return error;
  const [code, problem] = explain(error);
  return new StoreError(code, `The database ${place} ${problem}`, { cause: error });
}

/** Is it SQLite's word that somebody else holds the lock? */
export const isBusy = (error: unknown): boolean => primaryCode(error) === codes.busy;

function explain(error: unknown): Explanation {
  const { code, errcode } = detailsOf(error);
  if (code === 'ERR_INVALID_STATE') return ['store_closed', 'was closed before the call'];
  if (errcode === moved) return ['store_unavailable', 'was moved or deleted while it was open'];
  return (
    explanations[primaryCode(error)] ?? [
      'store_unavailable',
      typeof code === 'string'
        ? `cannot be used (${code}${errcode === undefined ? '' : ` ${errcode}`})`
        : 'cannot be used',
    ]
  );
}

/** An extended code holds the primary one in its lowest byte. */
const primaryCode = (error: unknown): number => (detailsOf(error).errcode ?? 0) & 0xff;

function detailsOf(error: unknown): { readonly code: unknown; readonly errcode: number | undefined } {
  if (!isRecord(error)) return { code: undefined, errcode: undefined };
  const errcode = error['errcode'];
  return { code: error['code'], errcode: typeof errcode === 'number' ? errcode : undefined };
}
