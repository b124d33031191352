/** Whoever calls: a person, a token or an app. */
import type { Consumer } from './cloud/oauth2/book.ts';
import type { EmulatedAccessToken, EmulatedRole } from './options.ts';
import type { Installation, Repository, User, Workspace } from './world.ts';

/** As the header `x-credential-type` names it. */
export type CredentialType = 'apitoken' | 'accesstoken' | 'connect' | 'oauth2' | 'oauth1';

/** Somebody, with what they may see and do. */
export interface Principal {
  readonly kind: 'anonymous' | 'user' | 'access-token' | 'installation' | 'app-user';
  readonly credential?: CredentialType | undefined;
  /** The person behind it; an access token and an app act as themselves. */
  readonly user: User | undefined;
  readonly installation: Installation | undefined;
  readonly accessToken: EmulatedAccessToken | undefined;
  /** By whose credentials an app user acts. */
  readonly consumer?: Consumer | undefined;
  /** Undefined: all of them. */
  readonly scopes: readonly string[] | undefined;
  /** What they are in the workspace or, where it is named, in the repository. */
  roleIn(workspace: Workspace, repository?: Repository): EmulatedRole | undefined;
}

/** What most principals have none of. */
export const nobody = {
  user: undefined,
  installation: undefined,
  accessToken: undefined,
  scopes: undefined,
} as const;

export const anonymous: Principal = { ...nobody, kind: 'anonymous', scopes: [], roleIn: () => undefined };
