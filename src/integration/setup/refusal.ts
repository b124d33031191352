/** How a set-up of either product ends early: a page with a status. It stays inside the endpoints, which make the page of it. */
import { ApiError } from '../../errors/api-error.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { isBitbucketError } from '../../errors/bitbucket-error.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import { WebhookError } from '../../errors/webhook-error.ts';
import type { Logger } from '../../shared/logger.ts';
import type { MaybePromise } from '../../shared/types.ts';
import { type SetupProblem, setupErrorPage } from './error-page.ts';

export class SetupRefusal extends Error {
  readonly problem: SetupProblem;
  readonly status: number;

  constructor(problem: SetupProblem, status: number, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.status = status;
  }
}

/** A failure of the product, or of the credential that it was called with. */
export type ProductFailure = ApiError | TransportError | AuthError;

/** Is it a failure of the product, or of what was typed in? Others are the host's. */
export const isProductFailure = (error: unknown): error is ProductFailure =>
  error instanceof ApiError || error instanceof TransportError || error instanceof AuthError;

/** How a product's set-up speaks of failures. */
export interface SetupVoice {
  readonly logger: Logger;
  /** What the line in the log begins with: `bitbucket server`. */
  readonly product: string;
  /** What a person is told to do; nothing that the product wrote is in it. */
  readonly adviceFor: (error: ProductFailure) => string;
}

/**
 * What a failure of the product is answered with. No 502: what stands before the app often puts a page of its own in
 * its place, which says nothing.
 */
export const productFailedStatus = 422;

/** Runs a function of the host's or of its store; its failure is a 503, but for what a person can mend. */
export async function fromHost<T>(call: () => MaybePromise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof IntegrationFormError) throw cause;
    throw new SetupRefusal('unavailable', 503, cause);
  }
}

/** The page for what ended a set-up, told to the log by its codes. */
export function refusalPage(error: unknown, voice: SetupVoice, cookie?: string | undefined): Response {
  logFailure(error, voice);
  if (error instanceof SetupRefusal) return setupErrorPage(error.problem, error.status, { cookie });
  if (error instanceof IntegrationFormError) {
    const advice = Object.values(error.fields).join(' ');
    return setupErrorPage('product_failed', productFailedStatus, { advice, cookie });
  }
  if (error instanceof WebhookError) return setupErrorPage('request_invalid', error.status, { cookie });
  if (!isProductFailure(error)) return setupErrorPage('unavailable', 503, { cookie });
  return setupErrorPage('product_failed', productFailedStatus, { advice: voice.adviceFor(error), cookie });
}

/** Codes and names: the message of a host's error may quote what was typed in. Ours do not, and tell what to change. */
export function logFailure(error: unknown, { logger, product }: Omit<SetupVoice, 'adviceFor'>): void {
  const isRefusal = error instanceof SetupRefusal;
  const cause = isRefusal ? error.cause : error;
  const isMendable = error instanceof IntegrationFormError || isProductFailure(error);
  const level = (isRefusal && error.status < 500) || isMendable ? 'warn' : 'error';
  logger[level](`${product} set-up refused`, {
    problem: isRefusal ? error.problem : undefined,
    code: isBitbucketError(cause) ? cause.code : undefined,
    reason: isProductFailure(cause) || cause instanceof ConfigError ? cause.message : undefined,
    cause: cause instanceof Error ? cause.name : undefined,
  });
}
