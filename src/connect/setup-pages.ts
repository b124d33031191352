/** The pages of `/setup`: connected, please confirm, and what went wrong with what to do about it. */
import type { ConnectErrorCode } from '../errors/connect-error.ts';
import type { WebhookErrorCode } from '../errors/webhook-error.ts';
import { escapeHtml, htmlPage } from '../http/page.ts';
import { accountName, type Installation } from './installations.ts';

export interface ConfirmationForm {
  /** Where the form is posted to. */
  readonly action: string;
  readonly state: string;
  readonly organizationId: string;
  /** What people call the organization. */
  readonly organizationName: string;
  readonly installation: Installation;
  /** The cookie that the form is bound to. */
  readonly cookie: string;
}

/** Asks the user for the click that no link can make for them. */
export function confirmationPage(form: ConfirmationForm): Response {
  const { action, state, organizationId, organizationName, installation, cookie } = form;
  const { displayName, uuid } = installation.principal;
  const hidden = Object.entries({ state, organization: organizationId })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  return htmlPage({
    status: 200,
    title: 'Connect this Bitbucket workspace?',
    headers: { 'set-cookie': cookie },
    body:
      `<dl><dt>Bitbucket workspace</dt><dd>${escapeHtml(displayName)} (${escapeHtml(accountName(installation))})` +
      `<br><small>${escapeHtml(uuid)}</small></dd>` +
      `<dt>Organization</dt><dd>${escapeHtml(organizationName)}</dd></dl>` +
      '<p>Connect them only if you installed the app on this workspace yourself. Otherwise close this page.</p>' +
      `<form method="post" action="${escapeHtml(action)}">${hidden}<button>Connect</button></form>`,
  });
}

export function connectedPage({ principal }: Installation): Response {
  return htmlPage({
    status: 200,
    title: 'Connected',
    body: `<p>The Bitbucket workspace ${escapeHtml(principal.displayName)} is connected. You may close this page.</p>`,
  });
}

const installAgain = 'Install the app again from your settings.';
const openAgain = 'Open the app’s settings in Bitbucket, or start again from your settings here.';

/** What a person is told, by the error's code; for every JWT that does not hold there is one text. */
const texts: Partial<Record<ConnectErrorCode | WebhookErrorCode, readonly [title: string, advice: string]>> =
  {
    setup_denied: [
      'Not installed',
      `Bitbucket did not install the app. If you want it, ${lower(installAgain)}`,
    ],
    forbidden: [
      'Not allowed',
      'Sign in as somebody who may connect workspaces to this organization, then try again.',
    ],
    organization_missing: [
      'Which organization?',
      'Open your settings, choose the organization, and connect from there.',
    ],
    state_invalid: ['This page is out of date', `Nothing was connected. ${openAgain}`],
    uninstalled: ['Not installed', `The app is no longer installed on this workspace. ${installAgain}`],
    method_not_allowed: ['Not here', openAgain],
  };

/** Says what to do; nothing of the request is in it. */
export function errorPage(code: ConnectErrorCode | WebhookErrorCode, status: number): Response {
  const unclear = status >= 500;
  const [title, advice] = texts[code] ?? [
    unclear ? 'Something failed' : 'This link does not hold',
    unclear ? 'Nothing was lost. Wait a minute, then try again.' : `It may have expired. ${openAgain}`,
  ];
  const headers = code === 'method_not_allowed' ? { allow: 'GET, POST' } : undefined;
  return htmlPage({ status, title, body: `<p>${escapeHtml(advice)}</p>`, headers });
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
