/** Whoever calls: a person, a token or an app. */
import type { EmulatedAccessToken, EmulatedRole } from './options.ts';
import type { Installation, Repository, User, Workspace } from './world.ts';

/** Somebody, with what they may see and do. */
export interface Principal {
  readonly kind: 'anonymous' | 'user' | 'access-token' | 'installation';
  /** The person behind it; an access token and an app act as themselves. */
  readonly user: User | undefined;
  readonly installation: Installation | undefined;
  readonly accessToken: EmulatedAccessToken | undefined;
  /** Undefined: all of them. */
  readonly scopes: readonly string[] | undefined;
  /** What they are in the workspace or, where it is named, in the repository. */
  roleIn(workspace: Workspace, repository?: Repository): EmulatedRole | undefined;
}
