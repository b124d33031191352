/** Forgets OAuth 2.0 grants that no integration has any more. */
import type { IntegrationRecord } from './integrations.ts';
import type { BitbucketStore } from './store.ts';

/** An integration that was set up. */
export interface SetUp {
  readonly record: IntegrationRecord;
  /** The row as it was, where the organization had one for the same. */
  readonly before: IntegrationRecord | undefined;
}

/** The grant that was there before, and the new one where another set-up at the same time has put its own into the row. */
export async function forgetGrants(
  { record, before }: SetUp,
  { integrations, tokens }: Pick<BitbucketStore, 'integrations' | 'tokens'>,
): Promise<void> {
  const standing = (await integrations.get(record.id))?.credentials?.['tokenKey'];
  for (const row of [before, record]) {
    const tokenKey = row?.credentials?.['tokenKey'];
    if (tokenKey !== undefined && tokenKey !== standing) await tokens.forget(tokenKey);
  }
}
