/** A form that a person filled in has mistakes; each belongs to a field. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

/** What a person should mend, by field. The texts are meant to be shown beside the fields. */
export class IntegrationFormError extends BitbucketError {
  readonly code = 'invalid_form';
  readonly fields: Readonly<Record<string, string>>;

  constructor(fields: Readonly<Record<string, string>>, options?: { cause?: unknown }) {
    super(`The form has mistakes in: ${Object.keys(fields).join(', ')}`, options);
    this.fields = fields;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['IntegrationFormError'];
  }
}
