/** What stored rows must look like: somebody else may have written them, so they are judged where they enter. */
import * as z from 'zod/mini';
import type { StoredToken } from '../auth/token-store.ts';
import type { Installation } from '../connect/installations.ts';
import { StoreError } from '../errors/store-error.ts';
import type { IntegrationRecord } from '../integration/integrations.ts';
import type { LinkedRepository } from '../integration/repositories.ts';

/** Judges a value as a row. Fields that it does not know are kept: a newer version may have written them. */
export type RowSchema<Row> = z.ZodMiniType<Row>;

const text = z.string().check(z.minLength(1));
const maybeText = z.optional(z.string());
const time = z.number();

/** Words that may become more with a later version: any text is taken, and typed as those known now. */
const word = <Word extends string>() =>
  z.custom<Word>((value) => typeof value === 'string' && value.length > 0);

export const installationRow: RowSchema<Installation> = z.looseObject({
  clientKey: text,
  appKey: z.string(),
  sharedSecret: text,
  publicKey: maybeText,
  baseUrl: text,
  baseApiUrl: text,
  principal: z.looseObject({
    uuid: text,
    type: z.string(),
    username: maybeText,
    displayName: z.string(),
    avatarUrl: maybeText,
  }),
  installedAt: time,
  updatedAt: time,
  uninstalledAt: z.optional(time),
  supersededBy: maybeText,
  version: text,
});

export const integrationRow: RowSchema<IntegrationRecord> = z.looseObject({
  id: text,
  organizationId: z.string(),
  provider: word<IntegrationRecord['provider']>(),
  externalId: z.string(),
  name: z.string(),
  status: word<IntegrationRecord['status']>(),
  metadata: z.looseObject({
    baseUrl: z.string(),
    siteUrl: maybeText,
    domainName: z.string(),
    icon: maybeText,
    scopes: z.array(z.string()),
    uuid: z.string(),
    type: z.string(),
    publicKey: maybeText,
    verifyTls: z.optional(z.boolean()),
  }),
  webhookSecrets: z.array(text),
  credentials: z.optional(z.record(z.string(), z.string())),
});

export const repositoryRow: RowSchema<LinkedRepository> = z.looseObject({
  id: text,
  integrationId: z.string(),
  organizationId: z.string(),
  externalId: z.string(),
  name: z.string(),
  url: z.string(),
  status: word<LinkedRepository['status']>(),
  config: z.catchall(z.object({ webhookId: z.string() }), z.string()),
});

export const tokenRow: RowSchema<StoredToken> = z.looseObject({
  accessToken: text,
  refreshToken: maybeText,
  expiresAt: time,
  scopes: z.array(z.string()),
  refusedAt: z.optional(time),
});

/**
 * The value as a row.
 *
 * @param place the table, for the message
 * @throws StoreError `row_invalid`, naming the fields that are wrong and never what is in them
 */
export function parseRow<Row>(schema: RowSchema<Row>, value: unknown, place: string): Row {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the whole row'))];
  throw new StoreError('row_invalid', `A row of ${place} does not fit in: ${fields.join(', ')}`);
}

/**
 * The JSON of a column.
 *
 * @throws StoreError `row_invalid`, without the parser's message: that would quote the column
 */
export function parseColumn(json: unknown, place: string): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    throw new StoreError('row_invalid', `A row of ${place} holds what is not JSON`);
  }
}
