/** Where a person is sent who wants to set up an organization. */
import { checkInput } from '../check-ids.ts';

/** @throws ConfigError `invalid_option` without an organization */
export function setupUrl(page: string, input: { readonly organizationId: string }): string {
  checkInput('createSetupUrl', input, ['organizationId']);
  return `${page}?${new URLSearchParams({ organization: input.organizationId })}`;
}
