/** Holds a payload against the schema of its event. */
import * as z from 'zod/mini';
import type { WebhookProduct } from '../delivery.ts';
import { cloudSchemas } from './cloud-payloads.ts';
import { serverSchemas } from './server-payloads.ts';

/** Where the payload is not of its event's shape, as a path of field names; `undefined` where it is. */
export type PayloadJudge = (eventKey: string, payload: unknown) => string | undefined;

/**
 * A judge that builds each schema when its event first comes, and keeps it.
 *
 * @param once for one payload only: zod then does not compile what it would use a single time
 */
export function createPayloadJudge(product: WebhookProduct, once = false): PayloadJudge {
  const schemas: Readonly<Record<string, () => z.ZodMiniType>> =
    product === 'cloud' ? cloudSchemas : serverSchemas;
  const built = new Map<string, z.ZodMiniType>();
  const context = once ? { jitless: true } : undefined;
  return (eventKey, payload) => {
    let schema = built.get(eventKey);
    if (schema === undefined) {
      schema = Object.hasOwn(schemas, eventKey) ? schemas[eventKey]?.() : undefined;
      if (schema === undefined) return undefined;
      built.set(eventKey, schema);
    }
    const result = z.safeParse(schema, payload, context);
    return result.success ? undefined : pathOf(result.error);
  };
}

/** The names on the path are the schema's own, never the sender's. */
function pathOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.map(String).join('.') || 'the body';
}
