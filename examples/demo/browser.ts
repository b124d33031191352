/** A browser as far as the demos need one: keeps cookies, follows redirects one by one, fills in forms. */

export interface Visit {
  readonly response: Response;
  /** Every address that was opened on the way. */
  readonly addresses: readonly string[];
}

/** A fetch as far as browsers here call it. */
export type PlainFetch = (
  address: string,
  init: {
    readonly method?: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly redirect?: 'manual';
  },
) => Promise<Response>;

export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #fetch: PlainFetch;

  /** @param fetch one that trusts a certificate of its own, say. Default: the global one. */
  constructor(fetch: PlainFetch = (address, init) => globalThis.fetch(address, init)) {
    this.#fetch = fetch;
  }

  /** Opens an address and follows its redirects to the page at their end. */
  async open(address: string, form?: URLSearchParams): Promise<Visit> {
    const addresses: string[] = [];
    let body = form;
    for (let next: string | null = address; addresses.length < 10; ) {
      addresses.push(next);
      const response: Response = await this.#request(next, body);
      this.#keepCookies(next, response);
      const location: string | null = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399) return { response, addresses };
      next = new URL(location, next).href;
      body = undefined;
    }
    throw new Error('the redirects do not end');
  }

  /** Sends the first form of a page, with its hidden fields and what a person types in. */
  submit(page: string, typed: Readonly<Record<string, string>>): Promise<Visit> {
    const [form = ''] = /<form [\s\S]*?<\/form>/.exec(page) ?? [];
    const action = /action="([^"]+)"/.exec(form)?.[1];
    if (action === undefined) throw new Error('the page has no form');
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const fields = new URLSearchParams();
    for (const [, name = '', value = ''] of hidden) fields.append(name, unescapeHtml(value));
    for (const [name, value] of Object.entries(typed)) fields.set(name, value);
    return this.open(unescapeHtml(action), fields);
  }

  #request(address: string, body: URLSearchParams | undefined): Promise<Response> {
    const headers = this.#cookieHeader(address);
    if (body === undefined) return this.#fetch(address, { redirect: 'manual', headers });
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, ...type },
      body: body.toString(),
    });
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

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
