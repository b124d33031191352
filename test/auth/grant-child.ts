/** What another process does with grants that it shares; run by Node as `grant-child.ts <task> <file> <argument>`. */
import { writeSync } from 'node:fs';
import { createCloudOAuth2Client } from '../../src/auth/oauth2/cloud-client.ts';
import { oauth2, type RefreshedOAuth2Options } from '../../src/auth/oauth2/credential.ts';
import { BitbucketApiClient } from '../../src/cloud/client.ts';
import { isBitbucketError } from '../../src/errors/bitbucket-error.ts';
import { sqliteStore } from '../../src/stores/sqlite.ts';

export interface GrantChildArgument {
  readonly origin: string;
  readonly keys: readonly string[];
  /** At once, of each key. */
  readonly calls: number;
  readonly leaseFor?: number;
}

/** What came of its calls. */
export interface GrantChildResult {
  readonly answered: number;
  /** Codes of errors. */
  readonly failed: readonly string[];
}

const [task = '', file = '', argument = ''] = process.argv.slice(2);
const { origin, keys, calls, leaseFor } = JSON.parse(argument) as GrantChildArgument;

/** At once, so that what was said is heard even if the process is killed next. */
const say = (line: string): void => void writeSync(1, `${line}\n`);
const asked = (): Promise<void> => new Promise((resolve) => process.stdin.once('data', () => resolve()));
/** Keeps what waits for it waiting, until the process is killed. */
const never = <T>(): Promise<T> => new Promise(() => {});

using store = sqliteStore(file, { busyTimeout: 10_000 });
const oauth2Client = createCloudOAuth2Client({ clientId: 'key', clientSecret: 'secret', siteUrl: origin });

type Parts = Pick<RefreshedOAuth2Options, 'client' | 'tokens'>;

/** Where the process stops while it renews. */
const parts: Readonly<Record<string, Parts>> = {
  /** Nowhere. */
  call: { client: oauth2Client, tokens: store.tokens },
  /** When it has the lease, and has asked nobody. */
  'before it asks': {
    client: { refresh: () => stop() },
    tokens: store.tokens,
  },
  /** When it was answered, and has not stored the answer. */
  'before it saves': {
    client: oauth2Client,
    tokens: { ...store.tokens, save: () => stop() },
  },
  /** The same, until it is told to go on. */
  'late to save': {
    client: oauth2Client,
    tokens: {
      ...store.tokens,
      save: async (...given) => {
        say('stopped');
        await asked();
        return store.tokens.save(...given);
      },
    },
  },
};

function stop<T>(): Promise<T> {
  say('stopped');
  return never();
}

async function run({ client, tokens }: Parts): Promise<GrantChildResult> {
  const pending = keys.flatMap((key) => {
    const auth = oauth2({ client, tokens, key, leaseFor });
    const cloud = new BitbucketApiClient({ auth, baseUrl: origin });
    return Array.from({ length: calls }, () => cloud.getRepo('acme/widgets'));
  });
  const outcomes = await Promise.allSettled(pending);
  return {
    answered: outcomes.filter(({ status }) => status === 'fulfilled').length,
    failed: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [codeOf(outcome.reason)] : [])),
  };
}

const codeOf = (error: unknown): string => (isBitbucketError(error) ? error.code : String(error));

say('ready');
await asked();
const chosen = parts[task];
if (chosen !== undefined) say(JSON.stringify(await run(chosen)));
process.stdin.destroy();
