/** A browser as far as the demo needs one: keeps cookies and follows redirects one by one. */

export interface Visit {
  readonly response: Response;
  /** Every address that was opened on the way. */
  readonly addresses: readonly string[];
}

export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Opens an address and follows its redirects to the page at their end. */
  async open(address: string): Promise<Visit> {
    const addresses: string[] = [];
    for (let next: string | null = address; addresses.length < 10; ) {
      addresses.push(next);
      const response: Response = await fetch(next, { redirect: 'manual', headers: this.#cookieHeader(next) });
      this.#keepCookies(next, response);
      const location: string | null = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399) return { response, addresses };
      next = new URL(location, next).href;
    }
    throw new Error('the redirects do not end');
  }

  #cookieHeader(address: string): Record<string, string> {
    const jar = this.#cookies.get(new URL(address).host);
    return jar === undefined
      ? {}
      : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  #keepCookies(address: string, response: Response): void {
    const { host } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    this.#cookies.set(host, jar);
  }
}
