/** The page on which a person lets an application in or not, by OAuth 1.0a as by OAuth 2.0. */
import type { User } from '../world.ts';
import type { EmulatedServerOptions } from './options.ts';

export type PersonsWord = 'grant' | 'deny';

export interface AskedFor {
  /** What the application is known by: a consumer key, a client id. */
  readonly application: string;
  /** On whose behalf it would act. */
  readonly user: User;
  /** What it asks for. */
  readonly access: string;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const page = (title: string, content: string): Response =>
  new Response(`<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${content}`, {
    headers: { 'content-type': 'text/html;charset=UTF-8' },
  });

export const authorizePage = {
  /** What the person says by the rule, or said on the page; `undefined` as long as they only look. */
  async word(request: Request, rule: EmulatedServerOptions['authorize']): Promise<PersonsWord | undefined> {
    if (rule !== 'ask') return rule ?? 'grant';
    if (request.method !== 'POST') return undefined;
    const form = new URLSearchParams(await request.text());
    if (form.has('approve')) return 'grant';
    return form.has('deny') ? 'deny' : undefined;
  },

  /** Its form is sent to its own address: `approve` or `deny`. */
  show({ application, user, access }: AskedFor): Response {
    return page(
      'Authorise',
      `<p>${escapeHtml(application)} would like to have ${escapeHtml(access)} on behalf of ${escapeHtml(user.displayName)}.</p>
<form method="post"><button name="approve" value="Allow">Allow</button> <button name="deny" value="Deny">Deny</button></form>`,
    );
  },

  /** For applications that a browser cannot lead back to. */
  showVerifier: (verifier: string): Response =>
    page('Access approved', `<p>Your verification code is <b>${escapeHtml(verifier)}</b>.</p>`),

  /** Where the browser stays, since the address that it would go back to is not to be trusted. */
  showProblem(message: string): Response {
    const shown = page('Authorisation failed', `<p>${escapeHtml(message)}</p>`);
    return new Response(shown.body, { status: 400, headers: shown.headers });
  },
};
