/** The schema, step by step: each step was released once and is never edited, a new one is put at the end. */

/** The library's mark in a file, `bbsd`, so that no other program's database is taken for ours. */
export const applicationId = 0x62_62_73_64;

/** The tables of the first release. Columns named `secrets` and `key` hold secrets as they are, unencrypted. */
const first = `
  CREATE TABLE bitbucket_installations (
    client_key TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL,
    principal_uuid TEXT NOT NULL,
    installed_at INTEGER NOT NULL,
    secrets TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX bitbucket_installations_by_principal ON bitbucket_installations (principal_uuid, installed_at);

  CREATE TABLE bitbucket_integrations (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    account_uuid TEXT NOT NULL,
    secrets TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (organization_id, provider, external_id)
  ) STRICT;
  CREATE INDEX bitbucket_integrations_by_external_id ON bitbucket_integrations (provider, external_id);
  CREATE INDEX bitbucket_integrations_by_account ON bitbucket_integrations (provider, account_uuid);

  CREATE TABLE bitbucket_repositories (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    integration_id TEXT NOT NULL,
    external_id TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (integration_id, external_id)
  ) STRICT;

  CREATE TABLE bitbucket_inbox (
    scope TEXT NOT NULL,
    hook_id TEXT NOT NULL,
    delivery_id TEXT,
    digest TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX bitbucket_inbox_by_delivery ON bitbucket_inbox (scope, hook_id, delivery_id);
  CREATE INDEX bitbucket_inbox_by_body ON bitbucket_inbox (scope, digest, at);
  CREATE INDEX bitbucket_inbox_by_time ON bitbucket_inbox (at);

  CREATE TABLE bitbucket_signing_keys (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key TEXT NOT NULL
  ) STRICT;
  CREATE TABLE bitbucket_used_states (
    id TEXT PRIMARY KEY NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bitbucket_used_states_by_time ON bitbucket_used_states (expires_at);
`;

/** Each repository of a Server has a webhook secret of its own. */
const repositorySecrets = `
  ALTER TABLE bitbucket_repositories ADD COLUMN secrets TEXT NOT NULL DEFAULT '{}';
`;

/**
 * OAuth 2.0 grants. Leases of their own, since one may be held where there is no token yet. AUTOINCREMENT never gives a
 * number twice, also when every row was deleted: so it is the fence.
 */
const tokens = `
  CREATE TABLE bitbucket_tokens (
    token_key TEXT PRIMARY KEY NOT NULL,
    secrets TEXT NOT NULL,
    keep_until REAL
  ) STRICT;
  CREATE INDEX bitbucket_tokens_by_time ON bitbucket_tokens (keep_until) WHERE keep_until IS NOT NULL;
  CREATE TABLE bitbucket_token_leases (
    fence INTEGER PRIMARY KEY AUTOINCREMENT,
    token_key TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    until REAL NOT NULL
  ) STRICT;
  CREATE INDEX bitbucket_token_leases_by_time ON bitbucket_token_leases (until);
`;

/** `PRAGMA user_version` counts how many of these a file has had. */
export const migrations: readonly string[] = [first, repositorySecrets, tokens];
