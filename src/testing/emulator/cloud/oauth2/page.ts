/** What a person sees on the way: the question, and why there is none. */
import type { User } from '../../world.ts';
import type { Consumer } from './book.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function page(status: number, title: string, content: string): Response {
  const head = `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>`;
  return new Response(`${head}\n${content}\n`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "frame-ancestors 'none'",
    },
  });
}

/** The browser is sent nowhere: the address may be a stranger's. */
export const misconfiguredPage = (what: 'client_id' | 'redirect_uri'): Response =>
  page(
    400,
    `Invalid ${what}`,
    '<p>This integration is misconfigured. Contact the vendor for assistance.</p>',
  );

export const stalePage = (): Response =>
  page(403, 'This page has expired', '<p>Go back to the integration, and begin again.</p>');

interface Question {
  readonly consumer: Consumer;
  readonly user: User;
  readonly scopes: readonly string[];
  /** Known to this page only. */
  readonly pageToken: string;
}

/** Its form is sent to its own address. */
export function askPage({ consumer, user, scopes, pageToken }: Question): Response {
  const items = scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  return page(
    200,
    'Confirm access to your account',
    `<p>${escapeHtml(consumer.clientId)} of ${escapeHtml(consumer.workspace.name)} asks ${escapeHtml(user.displayName)} for:</p>
<ul>${items}</ul>
<form method="post"><input type="hidden" name="page_token" value="${escapeHtml(pageToken)}">
<button name="decision" value="grant">Grant access</button> <button name="decision" value="deny">Cancel</button></form>`,
  );
}
