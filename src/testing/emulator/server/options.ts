/** What the Server half of an emulator is made of, as a caller writes it. */

/** An incoming application link: OAuth 1.0a with RSA-SHA1 signatures. */
export interface EmulatedApplicationLink {
  readonly consumerKey: string;
  /** PEM of the RSA public key (SPKI or PKCS#1); a certificate will do, too. */
  readonly publicKey: string;
  /** Who agrees when a person is asked to. Default: the first user. */
  readonly user?: string | undefined;
}

/** An incoming link of an external application: OAuth 2.0. */
export interface EmulatedServerOAuth2Client {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where a browser may go back to: exactly one of these, letter by letter. */
  readonly redirectUris: readonly string[];
  /**
   * The most that the application may ask for: `PUBLIC_REPOS`, `ACCOUNT_WRITE`, `REPO_READ`, `REPO_WRITE`, `REPO_ADMIN`,
   * `PROJECT_ADMIN`, `ADMIN_WRITE`, `SYSTEM_ADMIN`; each has those before it, `ACCOUNT_WRITE` excepted. Default
   * `REPO_ADMIN`.
   */
  readonly scopes?: readonly string[] | undefined;
  /** Who agrees when a person is asked to. Default: the first user. */
  readonly user?: string | undefined;
}

/**
 * An HTTP access token, of a user, a project or a repository: name one of the three. Bearer in REST,
 * `x-token-auth:<token>` in git; that of a user also stands for the password.
 */
export interface EmulatedServerToken {
  readonly token: string;
  /** The username. */
  readonly user?: string | undefined;
  /** The key. */
  readonly project?: string | undefined;
  /** `KEY/slug`. */
  readonly repository?: string | undefined;
  /** The most that it may do. Default `admin`. */
  readonly permission?: 'read' | 'write' | 'admin' | undefined;
}

/** Where a repository is found on the Server. `~user` is the project of a user's own repositories. */
export interface EmulatedServerAddress {
  readonly projectKey: string;
  /** Default: the slug of the full name. */
  readonly slug?: string | undefined;
}

export interface EmulatedServerOptions {
  /** Where `toMswHandlers()` puts it: `https://git.example.com`. Default: nowhere. */
  readonly origin?: string | undefined;
  /** `/bitbucket`, say. Default: none. */
  readonly contextPath?: string | undefined;
  /** Decides how payloads of hooks write the time of a commit: milliseconds (9.4) or ISO 8601. Default `10.4`. */
  readonly version?: '9.4' | '10.4' | undefined;
  readonly applicationLinks?: readonly EmulatedApplicationLink[] | undefined;
  /**
   * Applications that come by OAuth 2.0, with the code grant and PKCE or without. Access tokens hold for
   * `oauth2TokenLife`, refresh tokens for 90 days. Each refresh gives another refresh token, and the one that was used
   * is dead at once: whether Data Center leaves it some time is not documented, so a client had better not count on it.
   */
  readonly oauth2Clients?: readonly EmulatedServerOAuth2Client[] | undefined;
  /** Seconds that a code holds. Default 10, as on Data Center; at most 600. */
  readonly oauth2CodeLife?: number | undefined;
  /** Seconds that an access token of OAuth 2.0 holds. Default 3,600. */
  readonly oauth2TokenLife?: number | undefined;
  /**
   * What a person says on the page of an application, by OAuth 1.0a or 2.0: `grant` (default) and `deny` send the
   * browser back at once, `ask` shows the page, whose form decides.
   */
  readonly authorize?: 'grant' | 'deny' | 'ask' | undefined;
  readonly accessTokens?: readonly EmulatedServerToken[] | undefined;
  /** Addresses by full name. Default: the workspace in capitals as the project's key, and the same slug. */
  readonly repositories?: Readonly<Record<string, EmulatedServerAddress>> | undefined;
  /** Names of projects by key. */
  readonly projects?: Readonly<Record<string, string>> | undefined;
  /** That many repositories without git, `repo-00001` and so on, only to make lists long. They cost no memory. */
  readonly listed?: { readonly projectKey: string; readonly count: number } | undefined;
}

export const serverOptionNames: readonly (keyof EmulatedServerOptions)[] = [
  ...(['origin', 'contextPath', 'version', 'applicationLinks', 'authorize', 'accessTokens'] as const),
  ...(['oauth2Clients', 'oauth2CodeLife', 'oauth2TokenLife', 'repositories', 'projects', 'listed'] as const),
];
