/** Where the links of an answer point: at Bitbucket's two hosts, or at the one address that the emulator has. */

export interface Origins {
  /** Before `/2.0`. */
  readonly api: string;
  /** Web pages, git, installs. */
  readonly web: string;
}

export const bitbucketOrigins: Origins = { api: 'https://api.bitbucket.org', web: 'https://bitbucket.org' };

/** The origins as the client sees them: a request for one of Bitbucket's hosts knows both. */
export function originsFor(url: string, publicUrl: string | undefined): Origins {
  if (publicUrl !== undefined) return singleOrigin(publicUrl);
  const { origin } = new URL(url);
  if (origin === bitbucketOrigins.api || origin === bitbucketOrigins.web) return bitbucketOrigins;
  return { api: origin, web: origin };
}

export function singleOrigin(url: string): Origins {
  const base = url.replace(/\/+$/, '');
  return { api: base, web: base };
}
