/** The page of a set-up that went wrong, of either product: what happened, and what to do about it. */
import { escapeHtml, htmlPage } from '../../http/page.ts';

export type SetupProblem =
  | 'forbidden'
  | 'organization_missing'
  | 'state_invalid'
  | 'denied'
  | 'method_not_allowed'
  | 'request_invalid'
  | 'product_failed'
  | 'no_workspace'
  | 'unavailable';

const problems: Readonly<Record<SetupProblem, readonly [title: string, advice: string]>> = {
  forbidden: [
    'Not allowed',
    'Sign in as somebody who may connect Bitbucket to this organization, then try again.',
  ],
  organization_missing: [
    'Which organization?',
    'Open your settings, choose the organization, and connect from there.',
  ],
  state_invalid: ['This page is out of date', 'Nothing was connected. Start again from your settings.'],
  denied: [
    'Not connected',
    'Bitbucket was told not to allow it. If you want it, start again from your settings.',
  ],
  method_not_allowed: ['Not here', 'Start again from your settings.'],
  request_invalid: ['This cannot be read', 'Nothing was connected. Start again from your settings.'],
  product_failed: ['Not connected', 'Nothing was connected. Start again from your settings.'],
  no_workspace: [
    'No workspace',
    'Your account on Bitbucket is in no workspace. Make one or have yourself invited, then start again from your settings.',
  ],
  unavailable: ['Something failed', 'Nothing was connected. Wait a minute, then try again.'],
};

/** Says what to do; nothing of the request is in it. */
export function setupErrorPage(
  problem: SetupProblem,
  status: number,
  { advice, cookie }: { readonly advice?: string | undefined; readonly cookie?: string | undefined } = {},
): Response {
  const [title, standard] = problems[problem];
  const headers = {
    ...(problem === 'method_not_allowed' ? { allow: 'GET, POST' } : {}),
    ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
  };
  const more = advice === undefined ? '' : `<p>${escapeHtml(advice)}</p>`;
  return htmlPage({ status, title, body: `${more}<p>${escapeHtml(standard)}</p>`, headers });
}
