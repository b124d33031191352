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
  /**
   * The only organization that the user is let into: a request that names another one is refused, one that names none is
   * about this one. Leave it out where you have judged the question's own.
   */
  readonly organizationId?: string | undefined;
}

/**
 * Asked before anybody searches or sets up. `true`, or what is known of the user, lets in; `false`, `null` or nothing
 * refuses with 403, and so does a {@link HostUser} of another organization than the question's. `true`, or a user without
 * `organizationId`, lets into whatever organization the question names: judge it first. Where no such function is given,
 * everything that needs it is refused.
 */
export type Authorize = (
  request: Request,
  question: AuthorizationQuestion,
) => MaybePromise<boolean | HostUser | null | undefined>;

/** The host's answer as one shape; `undefined` refuses. A function that throws refuses by its error. */
export async function askHost(
  authorize: Authorize | undefined,
  request: Request,
  question: AuthorizationQuestion,
): Promise<HostUser | undefined> {
  const answer = await authorize?.(request, question);
  if (answer === true) return {};
  if (typeof answer !== 'object' || answer === null) return undefined;
  const own = answer.organizationId ?? undefined;
  const asked = question.organizationId;
  if (own !== undefined && asked !== undefined && own !== asked) return undefined;
  return { session: answer.session ?? undefined, organizationId: own };
}
