/** The page of an application link on which a person allows or denies. */
import type { User } from '../world.ts';

export type PersonsWord = 'grant' | 'deny';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const page = (title: string, content: string): Response =>
  new Response(`<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${content}`, {
    headers: { 'content-type': 'text/html;charset=UTF-8' },
  });

export const authorizePage = {
  /** Its form is sent to its own address: `approve` or `deny`. */
  show({ consumerKey, user }: { consumerKey: string; user: User }): Response {
    return page(
      'Authorise',
      `<p>${escapeHtml(consumerKey)} would like to have read and write access on behalf of ${escapeHtml(user.displayName)}.</p>
<form method="post"><button name="approve" value="Allow">Allow</button> <button name="deny" value="Deny">Deny</button></form>`,
    );
  },

  /** For applications that a browser cannot lead back to. */
  showVerifier: (verifier: string): Response =>
    page('Access approved', `<p>Your verification code is <b>${escapeHtml(verifier)}</b>.</p>`),

  /** What the person said; `undefined` as long as they only look. */
  async read(request: Request): Promise<PersonsWord | undefined> {
    if (request.method !== 'POST') return undefined;
    const form = new URLSearchParams(await request.text());
    if (form.has('approve')) return 'grant';
    return form.has('deny') ? 'deny' : undefined;
  },
};
