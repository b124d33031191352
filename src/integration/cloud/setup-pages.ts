/** The pages of `/cloud/setup`: how to connect, which workspace, and connected. */
import { escapeHtml, htmlPage } from '../../http/page.ts';
import { formAlert, hiddenFields, textField } from '../setup/form-fields.ts';
import { neededScopes } from './needed-scopes.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

export type SetupMethod = 'oauth2' | 'accessToken' | 'apiToken';

export interface BoundPage {
  readonly status: number;
  /** Where the form is posted to. */
  readonly action: string;
  readonly state: string;
  readonly organizationId: string;
  /** What people call the organization. */
  readonly organizationName: string;
  /** The cookie that the form is bound to. */
  readonly cookie: string;
  /** What went wrong with no field in particular. */
  readonly alert?: string | undefined;
}

export interface SetupFormPage extends BoundPage {
  /** Is there a consumer to connect with? */
  readonly hasConsumer: boolean;
  /** What was typed in before. Tokens are not shown again. */
  readonly typed: SetupTyped;
  /** What to mend, by field. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

export interface SetupTyped {
  readonly method: SetupMethod | undefined;
  readonly target: string;
  readonly email: string;
}

/** One page with a form for each way in; the mistakes stand in the one that was posted. */
export function setupFormPage(page: SetupFormPage): Response {
  return boundPage(
    page,
    'Connect Bitbucket',
    (page.hasConsumer ? consumerForm(page) : '') +
      '<h2>By an access token</h2>' +
      '<p>In Bitbucket, make an access token of the repository, the project or the workspace to connect, with the ' +
      `scopes ${scopeList('accessToken')}.</p>` +
      tokenForm(page, 'accessToken') +
      '<h2>By an API token</h2>' +
      '<p>In your Atlassian account, make an API token with scopes for Bitbucket: ' +
      `${scopeList('apiToken')}. It acts as you, and you must administer the repositories to connect.</p>` +
      tokenForm(page, 'apiToken'),
  );
}

const scopeList = (type: 'accessToken' | 'apiToken'): string =>
  neededScopes(type)
    .map((scope) => `<code>${escapeHtml(scope)}</code>`)
    .join(', ');

function consumerForm(page: SetupFormPage): string {
  return (
    '<h2>With Bitbucket</h2><p>Bitbucket will ask you to allow it, then you choose a workspace.</p>' +
    `${openForm(page, { method: 'oauth2' })}<p><button>Connect with Bitbucket</button></p></form>`
  );
}

function tokenForm(page: SetupFormPage, method: 'accessToken' | 'apiToken'): string {
  const { typed, errors } = page;
  const isOwn = typed.method === method;
  const field = (name: string, value: string, attributes: string, label: string): string =>
    textField(name, label, { method, error: isOwn ? errors?.[name] : undefined, value, attributes });
  const target = isOwn ? typed.target : '';
  const email = isOwn ? typed.email : '';
  return (
    openForm(page, { method }) +
    field('target', target, 'placeholder="workspace or workspace/repository"', 'Workspace or repository') +
    (method === 'apiToken' ? field('email', email, 'type="email"', 'E-mail address of your account') : '') +
    field('token', '', 'type="password"', method === 'apiToken' ? 'API token' : 'Access token') +
    '<p><button>Connect</button></p></form>'
  );
}

const openForm = (
  { action, state, organizationId }: BoundPage,
  more: Readonly<Record<string, string>> = {},
): string =>
  `<form method="post" action="${escapeHtml(action)}" autocomplete="off">` +
  hiddenFields({ state, organization: organizationId, ...more });

/** Asks which of several workspaces is meant. */
export function choicePage(page: BoundPage & { readonly workspaces: readonly WorkspaceFacts[] }): Response {
  const choices = page.workspaces.map(
    ({ uuid, slug, name }) =>
      `<label><input type="radio" name="workspace" value="${escapeHtml(uuid)}" required> ` +
      `${escapeHtml(name)} <small>(${escapeHtml(slug)})</small></label>`,
  );
  return boundPage(
    page,
    'Which workspace?',
    `${openForm(page)}${choices.join('')}<p><button>Connect</button></p></form>`,
  );
}

function boundPage(
  { status, organizationName, cookie, alert }: BoundPage,
  title: string,
  body: string,
): Response {
  return htmlPage({
    status,
    title,
    headers: { 'set-cookie': cookie },
    body: `${formAlert(alert)}<dl><dt>Organization</dt><dd>${escapeHtml(organizationName)}</dd></dl>${body}`,
  });
}

export function setupDonePage(name: string, cookie: string): Response {
  return htmlPage({
    status: 200,
    title: 'Connected',
    headers: { 'set-cookie': cookie },
    body: `<p>${escapeHtml(name)} on Bitbucket is connected. You may close this page.</p>`,
  });
}
