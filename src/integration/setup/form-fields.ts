/** Fields of the forms that set-ups show: labelled, escaped, with the mistake told beside the field. */
import { escapeHtml } from '../../http/page.ts';

export interface FieldOptions {
  /** The form that the field stands in, since a page has several: part of the field's id. */
  readonly method: string;
  readonly error: string | undefined;
  readonly value: string;
  /** More attributes, as HTML. */
  readonly attributes: string;
}

export function textField(
  name: string,
  label: string,
  { method, error, value, attributes }: FieldOptions,
): string {
  const id = `${method}-${name}`;
  return (
    `<label for="${id}">${label}</label>` +
    `<input id="${id}" name="${name}" value="${escapeHtml(value)}" ${attributes}${fieldMarks(id, error)}>${fieldError(id, error)}`
  );
}

export const hiddenFields = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');

/** What goes wrong with no field in particular. */
export const formAlert = (alert: string | undefined): string =>
  alert === undefined ? '' : `<p class="error" role="alert">${escapeHtml(alert)}</p>`;

/** The attributes of a field that has a mistake in it. */
export const fieldMarks = (id: string, error: string | undefined): string =>
  error === undefined ? '' : ` aria-invalid="true" aria-describedby="${id}-error"`;

export const fieldError = (id: string, error: string | undefined): string =>
  error === undefined ? '' : `<p class="error" id="${id}-error">${escapeHtml(error)}</p>`;
