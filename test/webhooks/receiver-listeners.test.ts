import { inspect } from 'node:util';
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import {
  createWebhookReceiver,
  type ListenerErrors,
  type WebhookError,
  type WebhookReceiverOptions,
} from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { gate, secret, settle } from './receiver-kit.ts';

const delivery = (eventKey: keyof typeof samples.cloud, deliveryId?: string) => ({
  method: 'POST',
  ...signDelivery({ product: 'cloud', eventKey, payload: samples.cloud[eventKey](), secret, deliveryId }),
});

const cloud = (options: Partial<WebhookReceiverOptions<'cloud'>> = {}) =>
  createWebhookReceiver({ product: 'cloud', secret, ...options });

describe('a listener of several events', () => {
  test('hears each of them, and no other', async () => {
    const receiver = cloud();
    const heard: string[] = [];
    receiver.on(['repo:fork', 'pullrequest:created'], ({ delivery: { eventKey } }) => {
      heard.push(eventKey);
    });
    expect((await receiver.receive(delivery('repo:fork'))).status).toBe(200);
    expect((await receiver.receive(delivery('pullrequest:created'))).status).toBe(200);
    expect((await receiver.receive(delivery('repo:push'))).status).toBe(204);
    expect(heard).toEqual(['repo:fork', 'pullrequest:created']);
  });

  test('hears an event once, however often it is named', async () => {
    const receiver = cloud();
    let heard = 0;
    receiver.on(['repo:fork', 'repo:fork', '*'], () => {
      heard++;
    });
    await receiver.receive(delivery('repo:fork'));
    expect(heard).toBe(1);
  });

  test('is taken away from all of them at once, and does not follow the list as it changes', async () => {
    const receiver = cloud();
    let heard = 0;
    const keys: ('repo:fork' | 'repo:push')[] = ['repo:fork'];
    const remove = receiver.on(keys, () => {
      heard++;
    });
    keys.push('repo:push');
    await receiver.receive(delivery('repo:push'));
    expect(heard).toBe(0);
    remove();
    await receiver.receive(delivery('repo:fork'));
    expect(heard).toBe(0);
  });

  test('takes its turn among the others', async () => {
    const receiver = cloud();
    const order: number[] = [];
    receiver.on('repo:fork', async () => {
      await settle();
      order.push(1);
    });
    receiver.on(['repo:push', 'repo:fork'], () => order.push(2));
    receiver.on('*', () => order.push(3));
    await receiver.receive(delivery('repo:fork'));
    expect(order).toEqual([1, 2, 3]);
  });

  test.each<[string, unknown, RegExp]>([
    ['an empty list', [], /the list is empty/],
    ['a list with a key that is none', ['repo:fork', 'repo:forkd'], /Did you mean repo:fork/],
    ['a list with another product’s', ['pr:opened'], /cloud has no such event/],
    ['a list with no text', [7], /cloud has no such event/],
    ['Server’s test', 'diagnostics:ping', /cloud has no such event/],
  ])('cannot be added for %s', (_, keys, message) => {
    expect(() => cloud().on(keys as 'repo:push', () => {})).toThrow(
      expect.objectContaining({ code: 'invalid_option', message: expect.stringMatching(message) }),
    );
  });

  test('of Server is never the test of a hook', () => {
    const key = 'diagnostics:ping' as 'pr:opened';
    expect(() => createWebhookReceiver({ product: 'server', secret }).on(key, () => {})).toThrow(
      /server has no such event/,
    );
  });
});

describe('listeners that fail', () => {
  async function fail(...failures: readonly unknown[]) {
    const errors: WebhookError[] = [];
    const receiver = cloud({ onError: (error) => errors.push(error) });
    for (const failure of failures) {
      receiver.on('repo:fork', () => {
        throw failure;
      });
    }
    const { status } = await receiver.receive(delivery('repo:fork', 'delivery-9'));
    const [error] = errors;
    if (error === undefined) throw new Error('nothing was reported');
    return { status, error, cause: error.cause as ListenerErrors };
  }

  test('are told of in one error that has the event', async () => {
    const first = new Error('first');
    const { status, error, cause } = await fail(first, 'no error at all', undefined);
    expect([status, error.code]).toEqual([500, 'listener_failed']);
    expect(cause).toBeInstanceOf(AggregateError);
    expect(cause.errors).toEqual([first, 'no error at all', undefined]);
    expect(cause.event.payload).toEqual(JSON.parse(JSON.stringify(samples.cloud['repo:fork']())));
    expect(cause.event.delivery).toMatchObject({ eventKey: 'repo:fork', deliveryId: 'delivery-9' });
  });

  test('do not let the payload slip into what is logged of the error', async () => {
    const { error } = await fail(new Error('first'));
    for (const shown of [inspect(error, { depth: 9 }), JSON.stringify(error), JSON.stringify(error.cause)]) {
      expect(shown).not.toContain('acme/widgets');
    }
    expect(Object.keys(error.cause as object)).not.toContain('event');
  });
});

describe('a receiver that has too much to do', () => {
  test('answers 503, and when to come back', async () => {
    const { passed, open } = gate();
    const receiver = cloud({ maxInFlight: 1 });
    receiver.on(['repo:fork', 'repo:push'], () => passed);
    const running = receiver.receive(delivery('repo:fork'));
    await settle();
    const refused = await receiver.receive(delivery('repo:push'));
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    open();
    expect((await running).status).toBe(200);
    expect((await receiver.receive(delivery('repo:push'))).status).toBe(200);
  });

  test('says so as well when it closes, and not with other refusals', async () => {
    const receiver = cloud();
    await receiver.close();
    const closing = await receiver.receive(delivery('repo:fork'));
    expect([closing.status, closing.headers['retry-after']]).toEqual([503, '10']);
    const unsigned = signDelivery({ product: 'cloud', eventKey: 'repo:fork', payload: {} });
    const refused = await cloud().receive({ method: 'POST', ...unsigned });
    expect([refused.status, refused.headers['retry-after']]).toEqual([401, undefined]);
  });
});
