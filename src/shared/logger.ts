/** The log that a host passes in, and the rule for what never reaches it. */

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Where the library tells what it does. `console`, pino and winston fit as they are once wrapped in this order
 * of arguments. Fields are flat values; secrets, tokens, payloads and query strings are never among them.
 */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const ignore = (): void => {};

/** The default: says nothing. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** An address as it may be shown: origin and path, without user information, query or fragment. */
export function withoutQuery(url: string | URL): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
