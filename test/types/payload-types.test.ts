import {
  type CloudPayloads,
  type CloudPullRequestPayload,
  type CloudPushPayload,
  createWebhookReceiver,
  type EventPayload,
  type ServerPayloads,
  type ServerPullRequestPayload,
  type ServerRefsChangedPayload,
  type UnknownPayload,
} from 'bitbucket-sdk/webhooks';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { infer as Infer, ZodMiniType } from 'zod/mini';
import type { cloudSchemas } from '../../src/webhooks/payloads/cloud-payloads.ts';
import { number, object, text } from '../../src/webhooks/payloads/part.ts';
import type { serverSchemas } from '../../src/webhooks/payloads/server-payloads.ts';

/** True for types that no one could tell apart: optional keys, index signatures and `readonly` included. */
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The event keys of which schema and interface differ. */
type Differing<Schemas extends Record<string, () => ZodMiniType>, Payloads> = {
  [Key in keyof Schemas | keyof Payloads]: Key extends keyof Schemas & keyof Payloads
    ? Same<Infer<ReturnType<Schemas[Key]>>, Payloads[Key]> extends true
      ? never
      : Key
    : Key;
}[keyof Schemas | keyof Payloads];

const secret = 'a-secret-of-thirty-two-characters';

describe('the types of payloads', () => {
  test('are those of their schemas', () => {
    expectTypeOf<Differing<typeof cloudSchemas, CloudPayloads>>().toEqualTypeOf<never>();
    expectTypeOf<Differing<typeof serverSchemas, ServerPayloads>>().toEqualTypeOf<never>();
    // The trick itself: it sees a key that one side lacks, and one that is no longer optional.
    expectTypeOf<Same<{ a?: 1 | undefined }, { a: 1 | undefined }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: 1; b?: 2 }, { a: 1 }>>().toEqualTypeOf<false>();
    expectTypeOf<
      Differing<{ 'repo:push': () => ZodMiniType<{ a: 1 }> }, { 'repo:push': { a: 2 }; 'repo:fork': 1 }>
    >().toEqualTypeOf<'repo:push' | 'repo:fork'>();
  });

  test('hold their tables: no field forgotten, invented, or of another type', () => {
    interface Thing {
      id: number;
      name?: string | undefined;
      [field: string]: unknown;
    }
    const name = { ...text, fits: (value: unknown) => value === undefined || text.fits(value) };
    const wrong = () => {
      // @ts-expect-error the name is forgotten
      object<Thing>({ id: number });
      // @ts-expect-error the id is no text
      object<Thing>({ id: text, name });
      // @ts-expect-error text alone is narrower than a name that may be missing
      object<Thing>({ id: number, name: text });
      // @ts-expect-error a Thing has no size
      object<Thing>({ id: number, name: text, size: number });
    };
    expect(wrong).not.toThrow();
  });
});

describe('the types of listeners', () => {
  const cloud = createWebhookReceiver({ product: 'cloud', secret });
  const server = createWebhookReceiver({ product: 'server', secret });

  test('follow the event key', () => {
    cloud.on('repo:push', ({ payload, delivery, signal }) => {
      expectTypeOf(payload).toEqualTypeOf<CloudPushPayload>();
      expectTypeOf(delivery.eventKey).toEqualTypeOf<'repo:push'>();
      expectTypeOf(delivery.route).toEqualTypeOf<Readonly<Record<string, string>>>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    });
    cloud.on('pullrequest:created', ({ payload }) => {
      expectTypeOf(payload).toEqualTypeOf<CloudPullRequestPayload>();
      expectTypeOf(payload.pullrequest.source.repository?.uuid).toEqualTypeOf<string | undefined>();
      expectTypeOf(payload.actor?.username).toEqualTypeOf<string | null | undefined>();
    });
    server.on('repo:refs_changed', ({ payload }) => {
      expectTypeOf(payload).toEqualTypeOf<ServerRefsChangedPayload>();
      expectTypeOf(payload.commits?.[0]?.authorTimestamp).toEqualTypeOf<number | string | null | undefined>();
    });
    server.on('pr:merged', ({ payload }) => {
      expectTypeOf(payload).toEqualTypeOf<ServerPullRequestPayload>();
    });
    expectTypeOf<EventPayload<'cloud', 'repo:dreamt_of'>>().toEqualTypeOf<UnknownPayload>();
  });

  test('of a list of keys are the union, which the delivery narrows', () => {
    cloud.on(['repo:push', 'repo:fork'], ({ payload, delivery }) => {
      expectTypeOf(payload).toEqualTypeOf<CloudPayloads['repo:push'] | CloudPayloads['repo:fork']>();
      expectTypeOf(delivery.eventKey).toEqualTypeOf<'repo:push' | 'repo:fork'>();
      if (delivery.eventKey === 'repo:fork') expectTypeOf(delivery.payload.fork.uuid).toEqualTypeOf<string>();
    });
    const keys = ['pr:merged', 'pr:declined'] as const;
    server.on(keys, ({ payload }) => {
      expectTypeOf(payload).toEqualTypeOf<ServerPullRequestPayload>();
    });
  });

  test('of all events are told apart by the delivery', () => {
    cloud.on('*', ({ delivery }) => {
      if (delivery.known && delivery.eventKey === 'repo:push') {
        expectTypeOf(delivery.payload).toEqualTypeOf<CloudPushPayload>();
      }
      if (!delivery.known) {
        expectTypeOf(delivery.eventKey).toEqualTypeOf<string>();
        expectTypeOf(delivery.payload).toEqualTypeOf<UnknownPayload>();
      }
    });
  });

  test('refuse what no event has', () => {
    const wrong = () => {
      // @ts-expect-error no event of Cloud has this key
      cloud.on('pullrequest:creatd', () => {});
      // @ts-expect-error one of the list is none
      cloud.on(['repo:push', 'repo:psuh'], () => {});
      // @ts-expect-error an event of Server
      cloud.on('repo:refs_changed', () => {});
      // @ts-expect-error the test of a hook is never delivered
      server.on('diagnostics:ping', () => {});
      // @ts-expect-error a push has no pull request
      cloud.on('repo:push', ({ payload }) => payload.pullrequest.id);
      // @ts-expect-error only one of the two has a fork
      cloud.on(['repo:push', 'repo:fork'], ({ payload }) => payload.fork.uuid);
      // @ts-expect-error a product that is none
      createWebhookReceiver({ product: 'github', secret });
      // @ts-expect-error no secret
      createWebhookReceiver({ product: 'cloud' });
    };
    expect(wrong).toThrow();
  });
});
