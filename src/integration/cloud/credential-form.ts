/** A pasted credential and what it is for, judged field by field before Bitbucket is asked. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { isRecord } from '../../shared/types.ts';
import { type CloudTarget, type CloudTargetInput, parseCloudTarget } from './target.ts';

/** A credential as a person pastes it. */
export type PastedCredential =
  /** An access token of a repository, a project or a workspace. */
  | { readonly type: 'accessToken'; readonly token: string }
  /** An API token of a person, who is named by the e-mail address of the Atlassian account. */
  | { readonly type: 'apiToken'; readonly email: string; readonly token: string };

/** What `connectWorkspace` and the form take. */
export interface CredentialForm {
  /** `workspace`, `workspace/repository`, `workspace/projects/KEY`, or the address of one of their pages. */
  readonly target: string;
  readonly credential: PastedCredential;
}

export interface CheckedCredentialForm {
  readonly target: CloudTarget;
  readonly credential: PastedCredential;
}

/** Tokens have become long texts; this is beyond any header that Bitbucket takes. */
const longestToken = 10_000;
const longestEmail = 320;

/**
 * @throws IntegrationFormError with a text for each of `target`, `type`, `email` and `token` that must be mended; what
 *   was typed is in none of them
 */
export function checkCredentialForm(form: unknown, input: CloudTargetInput = {}): CheckedCredentialForm {
  const { target: typedTarget, credential: given } = isRecord(form) ? form : {};
  const typed = isRecord(given) ? given : {};
  const errors: Record<string, string> = {};
  const target = collect(errors, () => parseCloudTarget(typedTarget, input));
  const token = collect(errors, () => checkToken(typed['token']));
  const email = typed['type'] === 'apiToken' ? collect(errors, () => checkEmail(typed['email'])) : undefined;
  if (typed['type'] !== 'apiToken' && typed['type'] !== 'accessToken') {
    errors['type'] = 'Choose an access token or an API token.';
  }
  if (target === undefined || token === undefined || Object.keys(errors).length > 0) {
    throw new IntegrationFormError(errors);
  }
  return email === undefined
    ? { target, credential: { type: 'accessToken', token } }
    : { target, credential: { type: 'apiToken', email, token } };
}

/** What `judge` gives; its mistakes are kept beside those of the other fields. */
function collect<T>(errors: Record<string, string>, judge: () => T): T | undefined {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof IntegrationFormError)) throw error;
    Object.assign(errors, error.fields);
    return undefined;
  }
}

function checkToken(value: unknown): string {
  const token = typeof value === 'string' ? value.trim() : '';
  if (token === '') throw new IntegrationFormError({ token: 'Paste the token.' });
  if (token.length <= longestToken && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new IntegrationFormError({ token: 'This is no token: paste it as Bitbucket showed it.' });
}

function checkEmail(value: unknown): string {
  const email = typeof value === 'string' ? value.trim() : '';
  if (email === '') {
    throw new IntegrationFormError({
      email: 'Type in the e-mail address of the Atlassian account that the token belongs to.',
    });
  }
  if (email.length <= longestEmail && /^[^\s:@\p{Cc}]+@[^\s:@\p{Cc}]+$/u.test(email)) return email;
  throw new IntegrationFormError({ email: 'This is no e-mail address.' });
}
