/** The caller's own options are wrong. */
import { BitbucketError, type ErrorKind, errorBrand } from './bitbucket-error.ts';

/** An option or argument that cannot work. `option` names it, `fix` says what to pass instead. */
export class ConfigError extends BitbucketError {
  readonly code = 'invalid_option';
  readonly option: string;
  readonly fix: string;

  constructor(option: string, problem: string, fix: string, options?: { cause?: unknown }) {
    super(`${option}: ${problem}. ${fix}`, options);
    this.option = option;
    this.fix = fix;
  }

  get [errorBrand](): readonly ErrorKind[] {
    return ['ConfigError'];
  }
}
