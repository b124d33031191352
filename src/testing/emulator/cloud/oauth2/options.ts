/** What OAuth 2.0 of an emulated Cloud is made of, as a caller writes it. */

/** A consumer: what a workspace registers so that an application may ask its users. */
export interface EmulatedConsumer {
  /** Bitbucket calls it the key. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The slug of the workspace that owns it. What has no user behind it sees only this one. */
  readonly workspace: string;
  /** Where browsers are sent back to; a `redirect_uri` has to begin with it. Without it nobody can be asked. */
  readonly callbackUrl?: string | undefined;
  /** Classic scopes such as `repository`, the most that it can get. Default: all. */
  readonly scopes?: readonly string[] | undefined;
  /** Not "a private consumer", as Bitbucket's form has it: such a one gets no client credentials. Default false. */
  readonly public?: boolean | undefined;
}

export interface EmulatedOAuth2Options {
  readonly consumers: readonly EmulatedConsumer[];
  /**
   * What a person says who is asked: `grant` (default) and `deny` send the browser back at once, `ask` shows a page,
   * whose form decides.
   */
  readonly authorize?: 'grant' | 'deny' | 'ask' | undefined;
  /** The username of the person who is asked. Default: the first user. */
  readonly user?: string | undefined;
  /** Seconds. Default 7200. */
  readonly accessTokenLife?: number | undefined;
  /** Seconds for which a refresh token still works after another one took its place. Default 600. */
  readonly refreshGrace?: number | undefined;
}
