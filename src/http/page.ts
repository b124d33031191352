/** Small HTML pages for people: no script, nothing loaded, nothing framed, every value escaped. */
import { createHash } from 'node:crypto';

export interface Page {
  readonly status: number;
  /** Plain text; escaped here. */
  readonly title: string;
  /** HTML: what goes into it was escaped by {@link escapeHtml}. */
  readonly body: string;
  /** More headers, such as `set-cookie`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const style =
  'body{max-width:34rem;margin:4rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#172b4d}' +
  'h1{font-size:1.4rem}dt{color:#5e6c84}dd{margin:0 0 .75rem;font-weight:600;overflow-wrap:anywhere}' +
  'button{padding:.6rem 1.2rem;border:0;border-radius:4px;background:#0052cc;color:#fff;font:inherit;cursor:pointer}' +
  'label{display:block;margin:.75rem 0 .25rem}input,textarea{width:100%;box-sizing:border-box;font:inherit}' +
  'input[type=checkbox],input[type=radio]{width:auto}h2{font-size:1.15rem;margin-top:2.5rem}.error{margin:.25rem 0;color:#ae2e24}';

/** The page as an answer, with headers that keep it from being framed, stored, or told to others by `Referer`. */
export function htmlPage({ status, title, body, headers }: Page): Response {
  const name = escapeHtml(title);
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<title>${name}</title><style>${style}</style></head><body><h1>${name}</h1>${body}</body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      ...privateHeaders,
      ...headers,
    },
  });
}

/** For every answer on an address that has a token in its query, redirects too. */
export const privateHeaders: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * An address as it may stand in `Location`: what no header can hold is encoded, such as names of any script in a host's
 * address, or line ends. What is encoded already stays as it is.
 */
export function headerAddress(address: string | URL): string {
  return String(address)
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** Text as it may stand in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * `https:` beside 'self' in form-action: Chromium holds the redirect after a form against it, and a host's own page,
 * to which its form leads in the end, may be on another origin.
 */
function contentSecurityPolicy(): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return (
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' https:; ` +
    "frame-ancestors 'none'; base-uri 'none'"
  );
}
