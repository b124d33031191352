/** The host's word on who may do what: the library knows installations and signatures, the host knows its users. */
import type { MaybePromise } from '../shared/types.ts';

export interface AuthorizationQuestion {
  /** What the request wants to do. */
  readonly action: 'setup' | 'search' | (string & {});
  /** The organization that it is about, where the request names one. */
  readonly organizationId?: string | undefined;
  readonly integrationId?: string | undefined;
}

/** What the host knows of somebody whom it lets in. */
export interface HostUser {
  /** Names the browser session, as it was given to `createInstallUrl`; binds a state to it. */
  readonly session?: string | undefined;
  /** The organization that the session stands in, where the request does not name one. */
  readonly organizationId?: string | undefined;
}

/**
 * Asked before anybody searches or sets up. `false` (or nothing) refuses with 403; `true` or what is known of the
 * user lets in. Where no such function is given, everything that needs it is refused.
 */
export type Authorize = (
  request: Request,
  question: AuthorizationQuestion,
) => MaybePromise<boolean | HostUser | undefined>;

/** The host's answer as one shape; `undefined` refuses. A function that throws refuses by its error. */
export async function askHost(
  authorize: Authorize | undefined,
  request: Request,
  question: AuthorizationQuestion,
): Promise<HostUser | undefined> {
  const answer = await authorize?.(request, question);
  if (answer === true) return {};
  return typeof answer === 'object' && answer !== null ? answer : undefined;
}
