/** The pages of `/server/setup`: the form, connected, and what went wrong with what to do about it. */
import { escapeHtml, htmlPage } from '../../http/page.ts';
import type { SetupField, SetupMethod } from './setup-form.ts';

export interface SetupFormPage {
  readonly status: number;
  /** Where the form is posted to. */
  readonly action: string;
  readonly state: string;
  readonly organizationId: string;
  /** What people call the organization. */
  readonly organizationName: string;
  /** The cookie that the form is bound to. */
  readonly cookie: string;
  /** What was typed in before. Keys and tokens are not shown again. */
  readonly typed: SetupTyped;
  /** What to mend, by field. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** What went wrong with the server. */
  readonly alert?: string | undefined;
}

export interface SetupTyped {
  readonly method: SetupMethod;
  readonly url: string;
  readonly verifyTls: boolean;
  readonly consumerKey: string;
}

/** One page with two forms, for the two kinds of credential; the mistakes stand in the one that was posted. */
export function setupFormPage(page: SetupFormPage): Response {
  const { status, organizationName, cookie, alert } = page;
  return htmlPage({
    status,
    title: 'Connect a Bitbucket Server',
    headers: { 'set-cookie': cookie },
    body:
      (alert === undefined ? '' : `<p class="error" role="alert">${escapeHtml(alert)}</p>`) +
      `<dl><dt>Organization</dt><dd>${escapeHtml(organizationName)}</dd></dl>` +
      '<h2>By an application link</h2>' +
      '<p>In Bitbucket, an administrator makes an application link with incoming OAuth 1.0a authentication: a ' +
      'consumer key, and the public half of an RSA key. Then fill this in; Bitbucket will ask you to allow it.</p>' +
      formOf(page, 'oauth1') +
      '<h2>By an HTTP access token</h2>' +
      '<p>In Bitbucket, make an HTTP access token that may administer the repositories to connect.</p>' +
      formOf(page, 'accessToken'),
  });
}

function formOf(page: SetupFormPage, method: SetupMethod): string {
  const { action, state, organizationId, typed, errors } = page;
  const own = typed.method === method ? (errors ?? {}) : {};
  const hidden = Object.entries({ state, organization: organizationId, method })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  const credential =
    method === 'oauth1'
      ? textField('consumerKey', 'Consumer key', {
          method,
          error: own['consumerKey'],
          value: typed.consumerKey,
          attributes: 'maxlength="200"',
        }) + keyField(method, own['privateKey'])
      : textField('accessToken', 'HTTP access token', {
          method,
          error: own['accessToken'],
          value: '',
          attributes: 'type="password"',
        });
  return (
    `<form method="post" action="${escapeHtml(action)}" autocomplete="off">${hidden}` +
    textField('url', 'Address of the server', {
      method,
      error: own['url'],
      value: typed.url,
      attributes: 'inputmode="url" placeholder="https://git.example.com"',
    }) +
    `<label><input type="checkbox" name="verifyTls" value="on"${typed.verifyTls ? ' checked' : ''}> ` +
    'Check the certificate of the server</label>' +
    `${credential}<p><button>Connect</button></p></form>`
  );
}

interface FieldOptions {
  readonly method: SetupMethod;
  readonly error: string | undefined;
  readonly value: string;
  readonly attributes: string;
}

function textField(
  name: SetupField,
  label: string,
  { method, error, value, attributes }: FieldOptions,
): string {
  const id = `${method}-${name}`;
  return (
    `<label for="${id}">${label}</label>` +
    `<input id="${id}" name="${name}" value="${escapeHtml(value)}" ${attributes}${marks(id, error)}>${told(id, error)}`
  );
}

function keyField(method: SetupMethod, error: string | undefined): string {
  const id = `${method}-privateKey`;
  return (
    `<label for="${id}">Private key (PEM)</label>` +
    `<textarea id="${id}" name="privateKey" rows="8" spellcheck="false"${marks(id, error)}></textarea>${told(id, error)}`
  );
}

const marks = (id: string, error: string | undefined): string =>
  error === undefined ? '' : ` aria-invalid="true" aria-describedby="${id}-error"`;

const told = (id: string, error: string | undefined): string =>
  error === undefined ? '' : `<p class="error" id="${id}-error">${escapeHtml(error)}</p>`;

export function setupDonePage(name: string, cookie: string): Response {
  return htmlPage({
    status: 200,
    title: 'Connected',
    headers: { 'set-cookie': cookie },
    body: `<p>The Bitbucket Server ${escapeHtml(name)} is connected. You may close this page.</p>`,
  });
}

export type SetupProblem =
  | 'forbidden'
  | 'organization_missing'
  | 'state_invalid'
  | 'denied'
  | 'method_not_allowed'
  | 'request_invalid'
  | 'server_failed'
  | 'unavailable';

const problems: Readonly<Record<SetupProblem, readonly [title: string, advice: string]>> = {
  forbidden: [
    'Not allowed',
    'Sign in as somebody who may connect servers to this organization, then try again.',
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
  server_failed: ['Not connected', 'Nothing was connected. Start again from your settings.'],
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
