/** A form for an access token, with what is to be mended beside its fields. Draw it as your other pages. */

export interface TokenForm {
  readonly action: string;
  /** What was typed in before; the token is not shown again. */
  readonly target?: string;
  /** Of an `IntegrationFormError`, by field. */
  readonly errors?: Readonly<Record<string, string>>;
}

export const tokenForm = ({ action, target = '', errors = {} }: TokenForm): string => `<!doctype html>
<title>Connect Bitbucket</title>
<form method="post" action="${escapeHtml(action)}">
  <label>Workspace or repository <input name="target" value="${escapeHtml(target)}"></label>
  <p id="target-error">${escapeHtml(errors['target'] ?? '')}</p>
  <label>Access token <input name="token" type="password" autocomplete="off"></label>
  <p id="token-error">${escapeHtml(errors['token'] ?? '')}</p>
  <button>Connect</button>
</form>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
