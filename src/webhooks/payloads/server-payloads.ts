/** Which payload belongs to which event of Bitbucket Data Center: one line for the compiler, one for the run. */
import type { ZodMiniType } from 'zod/mini';
import type { ServerEventKey } from '../server-events.ts';

/** Payloads by event key. A key of `SERVER_EVENTS` that is not here has an `UnknownPayload`. */
export type ServerPayloads = Record<never, never>;

export const serverSchemas = {} satisfies {
  [Key in keyof ServerPayloads & ServerEventKey]: () => ZodMiniType<ServerPayloads[Key]>;
};
