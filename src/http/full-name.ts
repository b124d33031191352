/** A repository's name as callers give it: two parts with a slash between, whose words differ by product. */
import { ConfigError } from '../errors/config-error.ts';

export interface FullNameForm {
  /** How the name is written: `workspace/slug`, `PROJECT/slug`. */
  readonly form: string;
  /** What to pass instead of a wrong one, as the error says it. */
  readonly fix: string;
}

/** @throws ConfigError `invalid_option` when it has not exactly two parts, or one of them is empty or dots */
export function splitFullName(repo: string, { form, fix }: FullNameForm): readonly [string, string] {
  const [owner = '', slug = '', ...more] = typeof repo === 'string' ? repo.split('/') : [];
  const isName = (part: string): boolean => part !== '' && part !== '.' && part !== '..';
  if (isName(owner) && isName(slug) && more.length === 0) return [owner, slug];
  throw new ConfigError('repo', `it is not of the form ${form}`, fix);
}
