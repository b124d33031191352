/** The forms of the older plugin, for the host to draw, and what people fill in. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { bitbucketIssueFields } from '../bitbucket-issues.ts';
import { createIssueForm, type FormData, type FormField, textOf } from '../issue-forms.ts';

/** A field of the plugin's forms. */
export interface PluginField extends FormField {
  /** An example, shown while the field is empty. */
  readonly placeholder?: string | undefined;
  /** Shown, and not to be changed here. */
  readonly readOnly?: boolean | undefined;
  /** A select whose choices `autocomplete` gives as somebody types. */
  readonly hasAutocomplete?: boolean | undefined;
}

const repositoryField = (name: string): PluginField => ({
  name,
  label: 'Repository Name',
  type: 'text',
  required: true,
  placeholder: 'acme/api',
  help: 'The repository as Bitbucket names it, workspace/repository, or the address of one of its pages.',
});

/** The plugin's one option. */
export const configureFields = (repo: string): PluginField[] => [
  { ...repositoryField('repo'), default: repo },
];

/** What a linked repository is found by. */
export const repositoryFields: readonly PluginField[] = [repositoryField('name')];

/** Bitbucket's own fields by the names that the plugin's hosts know. */
export const issueFields: readonly FormField[] = bitbucketIssueFields.map((field) =>
  field.name === 'issueType' ? { ...field, name: 'issue_type' } : field,
);

/** Names in Bitbucket's error bodies, and the fields that they stand for. */
export const fieldNames = { content: 'description', 'content.raw': 'description', kind: 'issue_type' };
export const commentNames = { content: 'comment', 'content.raw': 'comment' };

/** Repository, which the options decide; title, description, type, priority. */
export function newIssueFields(
  repo: string,
  filled: { readonly title?: string | undefined; readonly description?: string | undefined },
): PluginField[] {
  const form = createIssueForm({ repositories: [], searchUrl: undefined, ...filled }, issueFields);
  return form.map((field) =>
    field.name === 'repo'
      ? {
          name: 'repo',
          label: 'Bitbucket repository',
          type: 'text',
          required: true,
          default: repo,
          readOnly: true,
        }
      : field,
  );
}

/** Issue, comment. */
export const linkFields = (comment: string): PluginField[] => [
  { name: 'issue_id', label: 'Issue', type: 'select', required: true, default: '', hasAutocomplete: true },
  {
    name: 'comment',
    label: 'Comment',
    type: 'textarea',
    required: false,
    default: comment,
    help: 'Leave it empty if the Bitbucket issue should get no comment.',
  },
];

/** @throws IntegrationFormError on `issue_id` for what is no issue's number; `#12` is one */
export function issueIdOf(data: FormData): string {
  const id = textOf(data, 'issue_id').replace(/^#/, '');
  if (id === '') throw new IntegrationFormError({ issue_id: 'Issue is required' });
  if (!/^\d{1,15}$/.test(id)) throw new IntegrationFormError({ issue_id: 'An issue is named by its number' });
  return id;
}
