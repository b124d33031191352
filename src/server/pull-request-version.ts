/** Tells the conflict of an old version, which may be tried again, from all others. */
import { ApiError } from '../errors/api-error.ts';

/** Was the call refused because somebody changed the pull request since its version was read? */
export function isOutOfDate(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.status !== 409) return false;
  return /OutOfDate/.test(error.detail ?? '') || /out-of-date/i.test(error.message);
}
