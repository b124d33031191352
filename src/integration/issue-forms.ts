/** The forms that make and link an issue: their fields, and the check of what a person filled in. */
import { ApiError } from '../errors/api-error.ts';
import { IntegrationFormError } from '../errors/integration-form-error.ts';
import { isRecord } from '../shared/types.ts';
import { isFullName } from './repository-name.ts';

/** A field of a form, for the host to draw. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'textarea' | 'select';
  readonly required: boolean;
  readonly default?: string | undefined;
  /** Value and label. With a `url` there may be more than these. */
  readonly choices?: readonly (readonly [value: string, label: string])[] | undefined;
  /** Where a select searches as somebody types: `?field=<name>&query=<text>`, and `&repo=` for an issue. */
  readonly url?: string | undefined;
  /** The form is to be asked for again when this field changes. */
  readonly updatesForm?: boolean | undefined;
  readonly help?: string | undefined;
}

/** What a form is made with. */
export interface IssueFormInput {
  /** Filled in before: of the host's own issue that the new one is about. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** What the host kept of the last form: the fields of `getPersistedDefaultConfigFields()`. */
  readonly defaults?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Fields whose values are worth keeping for the next form. */
export const persistedFields: readonly string[] = ['repo'];

interface FormParts extends Omit<IssueFormInput, 'signal'> {
  /** Full names. */
  readonly repositories: readonly string[];
  readonly searchUrl: string | undefined;
}

/** Repository, title, description, then what the tracker has beyond these. */
export function createIssueForm(parts: FormParts, trackerFields: readonly FormField[]): FormField[] {
  return [
    repositoryField(parts),
    { name: 'title', label: 'Title', type: 'text', required: true, default: parts.title ?? '' },
    {
      name: 'description',
      label: 'Description',
      type: 'textarea',
      required: false,
      default: parts.description ?? '',
    },
    ...trackerFields,
  ];
}

/** Repository, issue, comment. */
export function linkIssueForm(parts: FormParts, trackerName: string): FormField[] {
  const { searchUrl } = parts;
  return [
    repositoryField(parts),
    {
      name: 'externalIssue',
      label: 'Issue',
      type: 'select',
      required: true,
      default: '',
      ...(searchUrl === undefined ? {} : { url: searchUrl }),
    },
    {
      name: 'comment',
      label: 'Comment',
      type: 'textarea',
      required: false,
      default: '',
      help: `Leave it empty if the ${trackerName} issue should get no comment.`,
    },
  ];
}

/** The repository that was chosen last stands first, also where the list does not reach as far as it. */
function repositoryField({ repositories, defaults, searchUrl }: FormParts): FormField {
  const last = defaults?.['repo'];
  const names = last === undefined || last === '' ? repositories : [last, ...repositories];
  const [first] = names;
  return {
    name: 'repo',
    label: 'Bitbucket repository',
    type: 'select',
    required: true,
    updatesForm: true,
    ...(first === undefined ? {} : { default: first }),
    choices: [...new Set(names)].map((name) => [name, name] as const),
    ...(searchUrl === undefined ? {} : { url: searchUrl }),
  };
}

/** What a person sent with a form. */
export type FormData = Readonly<Record<string, unknown>>;

/** The text of a field without blanks around it; `''` for one that is missing or no text. Numbers count as text. */
export function textOf(data: FormData, name: string): string {
  const value = isRecord(data) ? data[name] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** @throws IntegrationFormError for a repository that is missing, or no full name */
export function checkedRepo(data: FormData): string {
  const repo = textOf(data, 'repo');
  if (repo === '') throw new IntegrationFormError({ repo: 'Repository is required' });
  if (isFullName(repo)) return repo;
  throw new IntegrationFormError({ repo: 'A repository is written workspace/repository' });
}

/** The values of the fields, each select's one of its choices; those that were left empty are left out. */
export function chosenValues(data: FormData, fields: readonly FormField[]): Record<string, string> {
  const values: Record<string, string> = {};
  const mistakes: Record<string, string> = {};
  for (const { name, label, required, choices, url } of fields) {
    const value = textOf(data, name);
    const isChoice = choices?.some(([choice]) => choice === value) ?? true;
    if (value === '' && required) mistakes[name] = `${label} is required`;
    else if (value !== '' && !isChoice && url === undefined) mistakes[name] = `${label} has no such choice`;
    else if (value !== '') values[name] = value;
  }
  if (Object.keys(mistakes).length > 0) throw new IntegrationFormError(mistakes);
  return values;
}

/**
 * Runs a call of the tracker. Its refusal of fields (400) becomes the form's errors, under the form's own names.
 *
 * @throws IntegrationFormError; any other error as it is
 */
export async function withFormErrors<T>(
  names: Readonly<Record<string, string>> | undefined,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 400) throw error;
    const entries = Object.entries(error.fields ?? {});
    if (entries.length === 0) throw error;
    const fields = entries.map(([name, messages]) => [names?.[name] ?? name, messages.join(' ')]);
    throw new IntegrationFormError(Object.fromEntries(fields), { cause: error });
  }
}
