/** The credential of an integration with Bitbucket Cloud, as it is kept in its row. */
import type { WorkspaceFacts } from './cloud/workspace-facts.ts';

/** An OAuth 2.0 grant; its tokens lie in the store's `tokens` under the key. */
export interface CloudOAuth2Credentials {
  readonly type: 'oauth2';
  readonly tokenKey: string;
}

/** What a credential is for, where that is less than a workspace. */
interface CredentialReach {
  /** A repository's UUID. */
  readonly repository?: string | undefined;
  /** A project's key. */
  readonly project?: string | undefined;
}

/** An access token of a repository, a project or a workspace. */
export interface CloudAccessTokenCredentials extends CredentialReach {
  readonly type: 'accessToken';
  readonly token: string;
}

/** A person's API token. */
export interface CloudApiTokenCredentials extends CredentialReach {
  readonly type: 'apiToken';
  /** The e-mail address of the Atlassian account. */
  readonly email: string;
  readonly token: string;
}

/** How an integration gets in. One that was installed by Connect has none: its installation holds the secret. */
export type CloudCredentials =
  | CloudOAuth2Credentials
  | CloudAccessTokenCredentials
  | CloudApiTokenCredentials;

/** The same as a row keeps it: what is not there is left out. */
export type CloudCredentialRow = CloudCredentials & Readonly<Record<string, string>>;

export function toCredentialRow(credentials: CloudCredentials): CloudCredentialRow {
  const given = Object.entries(credentials).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as CloudCredentialRow;
}

/** A credential with the workspace that it opens: what a set-up without Connect brings. */
export interface WorkspaceGrant {
  readonly workspace: WorkspaceFacts;
  readonly credentials: CloudCredentials;
  /** What Bitbucket said that the credential may do; empty where it said nothing. */
  readonly scopes: readonly string[];
  /** What people call it. Default the workspace's slug. */
  readonly name?: string | undefined;
}

/** Is the credential for all of its workspace? */
export const isWholeWorkspace = (credentials: CloudCredentials): boolean =>
  credentials.type === 'oauth2' ||
  (credentials.repository === undefined && credentials.project === undefined);
