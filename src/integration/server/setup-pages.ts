/** The pages of `/server/setup`: the form, and connected. */
import { escapeHtml, htmlPage } from '../../http/page.ts';
import { fieldError, fieldMarks, formAlert, hiddenFields, textField } from '../setup/form-fields.ts';
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
  /** The forms to show. */
  readonly methods: readonly SetupMethod[];
  /** The redirect URL that an application link of OAuth 2.0 is registered with. */
  readonly callbackUrl: string;
  /** What was typed in before. Keys, secrets and tokens are not shown again. */
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
  readonly clientId: string;
}

/** One page with a form for each kind of credential; the mistakes stand in the one that was posted. */
export function setupFormPage(page: SetupFormPage): Response {
  const { status, organizationName, cookie, alert, methods } = page;
  return htmlPage({
    status,
    title: 'Connect a Bitbucket Server',
    headers: { 'set-cookie': cookie },
    body:
      formAlert(alert) +
      `<dl><dt>Organization</dt><dd>${escapeHtml(organizationName)}</dd></dl>` +
      methods.map((method) => introductions[method](page) + formOf(page, method)).join(''),
  });
}

const introductions: Readonly<Record<SetupMethod, (page: SetupFormPage) => string>> = {
  oauth1: () =>
    '<h2>By an application link</h2>' +
    '<p>In Bitbucket, an administrator makes an application link with incoming OAuth 1.0a authentication: a ' +
    'consumer key, and the public half of an RSA key. Then fill this in; Bitbucket will ask you to allow it.</p>',
  accessToken: () =>
    '<h2>By an HTTP access token</h2>' +
    '<p>In Bitbucket, make an HTTP access token that may administer the repositories to connect.</p>',
  oauth2: ({ callbackUrl }) =>
    '<h2>By OAuth 2.0</h2>' +
    '<p>In Bitbucket 7.20 or newer, an administrator makes an application link with an external application, ' +
    `incoming, with the redirect URL <code>${escapeHtml(callbackUrl)}</code> and the permission to administer ` +
    'repositories. Then fill in the client ID and secret that it shows; Bitbucket will ask you to allow it.</p>',
};

function formOf(page: SetupFormPage, method: SetupMethod): string {
  const { action, state, organizationId, typed, errors } = page;
  const own = typed.method === method ? (errors ?? {}) : {};
  const hidden = hiddenFields({ state, organization: organizationId, method });
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
    `${credentialFields(method, typed, own)}<p><button>Connect</button></p></form>`
  );
}

function credentialFields(
  method: SetupMethod,
  { consumerKey, clientId }: SetupTyped,
  errors: Readonly<Record<string, string>>,
): string {
  const field = (name: SetupField, label: string, attributes: string, value = ''): string =>
    textField(name, label, { method, error: errors[name], value, attributes });
  if (method === 'accessToken') return field('accessToken', 'HTTP access token', 'type="password"');
  if (method === 'oauth2') {
    return (
      field('clientId', 'Client ID', 'maxlength="200"', clientId) +
      field('clientSecret', 'Client secret', 'type="password"')
    );
  }
  return (
    field('consumerKey', 'Consumer key', 'maxlength="200"', consumerKey) +
    keyField(method, errors['privateKey'])
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
