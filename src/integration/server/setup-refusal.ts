/** How a set-up ends early: a page with a status. It stays inside the endpoints, which make the page of it. */
import { isBitbucketError } from '../../errors/bitbucket-error.ts';
import { WebhookError } from '../../errors/webhook-error.ts';
import type { Logger } from '../../shared/logger.ts';
import type { MaybePromise } from '../../shared/types.ts';
import { adviceFor, isServerFailure } from './setup-failure.ts';
import { type SetupProblem, setupErrorPage } from './setup-pages.ts';

export class SetupRefusal extends Error {
  readonly problem: SetupProblem;
  readonly status: number;

  constructor(problem: SetupProblem, status: number, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.status = status;
  }
}

/**
 * What a failure of the server that was named is answered with. No 502: what stands before the app often puts a page
 * of its own in its place, which says nothing.
 */
export const serverFailedStatus = 422;

/** Runs a function of the host's or of its store; its failure is a 503. */
export async function fromHost<T>(call: () => MaybePromise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new SetupRefusal('unavailable', 503, cause);
  }
}

/** The page for what ended a set-up, told to the log by its codes. */
export function refusalPage(error: unknown, logger: Logger, cookie?: string | undefined): Response {
  logFailure(error, logger);
  if (error instanceof SetupRefusal) return setupErrorPage(error.problem, error.status, { cookie });
  if (error instanceof WebhookError) return setupErrorPage('request_invalid', error.status, { cookie });
  if (!isServerFailure(error)) return setupErrorPage('unavailable', 503, { cookie });
  return setupErrorPage('server_failed', serverFailedStatus, { advice: adviceFor(error), cookie });
}

/** Codes and names: the message of a host's error may quote what was typed in. */
export function logFailure(error: unknown, logger: Logger): void {
  const isRefusal = error instanceof SetupRefusal;
  const cause = isRefusal ? error.cause : error;
  const level = (isRefusal && error.status < 500) || isServerFailure(error) ? 'warn' : 'error';
  logger[level]('bitbucket server set-up refused', {
    problem: isRefusal ? error.problem : undefined,
    code: isBitbucketError(cause) ? cause.code : undefined,
    reason: isServerFailure(cause) ? cause.message : undefined,
    cause: cause instanceof Error ? cause.name : undefined,
  });
}
