/** What both products' file calls share: how a file is named, and a 404 that is an answer. */
import { ApiError } from '../errors/api-error.ts';

export interface FileOptions {
  /** From the root of the repository; a slash before it is dropped. */
  readonly path: string;
  /** A commit hash, a branch or a tag. */
  readonly ref: string;
  readonly signal?: AbortSignal | undefined;
}

/** `/docs/a.md` and `docs/a.md` are the same file. */
export const fromRoot = (path: string): string => path.replace(/^\/+/, '');

/** What the call gives, or `undefined` where Bitbucket says that there is no such thing. */
export async function orMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') return undefined;
    throw error;
  }
}
