/** The pages of `/server/setup`: the form, and connected. */
import { escapeHtml, htmlPage } from '../../http/page.ts';
import { fieldError, fieldMarks, formAlert, hiddenFields, textField } from '../setup/form-fields.ts';
import type { SetupMethod } from './setup-form.ts';

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
      formAlert(alert) +
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
  const hidden = hiddenFields({ state, organization: organizationId, method });
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

function keyField(method: SetupMethod, error: string | undefined): string {
  const id = `${method}-privateKey`;
  return (
    `<label for="${id}">Private key (PEM)</label>` +
    `<textarea id="${id}" name="privateKey" rows="8" spellcheck="false"${fieldMarks(id, error)}></textarea>${fieldError(id, error)}`
  );
}

export function setupDonePage(name: string, cookie: string): Response {
  return htmlPage({
    status: 200,
    title: 'Connected',
    headers: { 'set-cookie': cookie },
    body: `<p>The Bitbucket Server ${escapeHtml(name)} is connected. You may close this page.</p>`,
  });
}
