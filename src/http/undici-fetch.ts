/** undici's own fetch, with connections of its own: the one file that loads the package, an optional one. */
import { ConfigError } from '../errors/config-error.ts';
import type { Logger } from '../shared/logger.ts';
import type { FetchLike } from '../shared/types.ts';

export type Undici = typeof import('undici');

/** @throws ConfigError `invalid_option` naming the option that needs the package, and the command that installs it */
export async function loadUndici(option: string): Promise<Undici> {
  try {
    return await import('undici');
  } catch (cause) {
    throw new ConfigError(
      option,
      'it needs the package undici, which cannot be loaded',
      'Run: npm install undici@^7 (or ^8 from Node 22.19 on)',
      { cause },
    );
  }
}

/** How the package is looked for. */
interface UndiciLookup {
  /** Throws where there is none; loads nothing. */
  readonly find: () => unknown;
  readonly load: (option: string) => Promise<unknown>;
}

const lookup: UndiciLookup = { find: () => import.meta.resolve('undici'), load: loadUndici };

/** Logs that the package is missing, before the first call fails of it. Loads it only where it is not found: a bundle may hold it. */
export async function tellMissingUndici(
  option: string,
  logger: Logger,
  { find, load }: UndiciLookup = lookup,
): Promise<void> {
  try {
    find();
  } catch {
    await load(option).catch((error: unknown) => {
      const reason = error instanceof ConfigError ? error.message : undefined;
      logger.error('an option cannot work', { option, reason });
    });
  }
}

/** A fetch over the connections of a dispatcher. */
export function undiciFetch(undici: Undici, dispatcher: InstanceType<Undici['Agent']>): FetchLike {
  return async (url, init) => {
    const { body, headers } = await encodeForm(init);
    const sent = { ...init, body, headers: [...headers], dispatcher };
    // undici's own types and those that Node has of it differ in names only.
    return (await undici.fetch(url, sent as Parameters<typeof undici.fetch>[1])) as unknown as Response;
  };
}

/** undici's fetch takes no global FormData for one: it is written out here, with its boundary. */
async function encodeForm(init: RequestInit): Promise<{ body: RequestInit['body']; headers: Headers }> {
  const headers = new Headers(init.headers);
  if (!(init.body instanceof FormData)) return { body: init.body ?? null, headers };
  const written = new Response(init.body);
  headers.set('content-type', written.headers.get('content-type') ?? 'multipart/form-data');
  return { body: new Uint8Array(await written.arrayBuffer()), headers };
}
