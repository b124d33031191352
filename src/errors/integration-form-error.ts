/** A form that a person filled in has mistakes; each belongs to a field. */
import { ApiError } from './api-error.ts';
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

/** What a person should mend, by field. The texts are meant to be shown beside the fields; the first is in the message. */
export class IntegrationFormError extends BitbucketError {
  readonly code = 'invalid_form';
  readonly fields: Readonly<Record<string, string>>;

  constructor(fields: Readonly<Record<string, string>>, options?: { cause?: unknown }) {
    const names = Object.keys(fields).join(', ');
    const text = isQuoted(options?.cause) ? undefined : Object.values(fields)[0];
    super(`The form has mistakes in: ${names}${text === undefined ? '' : `. ${text}`}`, options);
    this.fields = fields;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['IntegrationFormError'];
  }
}

/** What an issue tracker said of its fields is not ours, and may quote what was typed in. */
const isQuoted = (cause: unknown): boolean => cause instanceof ApiError && cause.fields !== undefined;
