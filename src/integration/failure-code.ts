/** What a log may say of a failure. */
import { isBitbucketError } from '../errors/bitbucket-error.ts';

/** Its code, or those of several at once; `other` for what is no error of ours, whose message may hold anything. */
export function failureCode(error: unknown, other: string): string {
  if (error instanceof AggregateError) {
    return [...new Set(error.errors.map((one) => failureCode(one, other)))].join(', ');
  }
  return isBitbucketError(error) ? error.code : other;
}
