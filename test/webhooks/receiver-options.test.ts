import { createMemoryInbox, createWebhookReceiver } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../src/errors/check-options.ts';

const create = (options: unknown) => createWebhookReceiver(options as { product: 'cloud'; secret: string });

describe('the options of a receiver', () => {
  const good = { product: 'cloud', secret: 'x' };

  test.each([
    ['nothing', undefined, 'options'],
    ['a list', [], 'options'],
    ['no product', { secret: 'x' }, 'product'],
    ['another product', { product: 'github', secret: 'x' }, 'product'],
    ['no secret', { product: 'cloud' }, 'secret'],
    ['an empty secret', { ...good, secret: '' }, 'secret'],
    ['an empty list', { ...good, secret: [] }, 'secret'],
    ['a list with an empty secret', { ...good, secret: ['a', ''] }, 'secret'],
    ['a secret that is null', { ...good, secret: null }, 'secret'],
    ['a secret that is a number', { ...good, secret: 7 }, 'secret'],
    ['ranges that are a list', { ...good, ipRanges: ['192.0.2.0/24'] }, 'ipRanges'],
    ['half an inbox', { ...good, inbox: { seen: () => false } }, 'inbox'],
    ['a window that is text', { ...good, replayWindow: '10 minutes' }, 'replayWindow'],
    ['a window below 0', { ...good, replayWindow: -1 }, 'replayWindow'],
    ['a limit of 0', { ...good, bodyLimit: 0 }, 'bodyLimit'],
    ['a limit that is no number', { ...good, bodyLimit: Number.NaN }, 'bodyLimit'],
    ['a deadline longer than timers run', { ...good, deadline: 2 ** 31 }, 'deadline'],
    ['none in flight', { ...good, maxInFlight: 0 }, 'maxInFlight'],
    ['a clock that stands', { ...good, now: 5 }, 'now'],
    ['half a logger', { ...good, logger: { warn: () => {} } }, 'logger'],
    ['an onError that is no function', { ...good, onError: true }, 'onError'],
  ])('%s is refused, naming the option', (_, options, option) => {
    expect(() => create(options)).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        code: 'invalid_option',
        option,
        fix: expect.stringMatching(/./),
      }),
    );
  });

  test('a misspelt one is refused, naming the one that was meant', () => {
    expect(() => create({ ...good, secrets: 'x' })).toThrow(/secrets.*Did you mean secret\?/);
    expect(() => create({ ...good, bodylimit: 5 })).toThrow(/Did you mean bodyLimit\?/);
    expect(() => create({ ...good, colour: 'red' })).toThrow(/It takes product, secret/);
    expect(() => createMemoryInbox({ maxEntrys: 5 } as object)).toThrow(/Did you mean maxEntries\?/);
    expect(() => createMemoryInbox({ maxEntries: 0 })).toThrow(/maxEntries/);
    expect(() => checkOptions('f', Object.create({ inherited: 1 }), [])).not.toThrow();
  });

  test('those that are undefined are as if left out', () => {
    const receiver = create({ ...good, ipRanges: undefined, bodyLimit: undefined, logger: undefined });
    expect(receiver.bodyLimit).toBe(1024 * 1024);
  });

  test('a listener of no event, or that is none, is refused', () => {
    const receiver = create(good);
    const on = receiver.on as unknown as (key: string, listener: unknown) => void;
    expect(() => on('repo:psuh', () => {})).toThrow(/Did you mean repo:push\?/);
    expect(() => on('diagnostics:ping', () => {})).toThrow(/no such event/);
    expect(() => on('toString', () => {})).toThrow(/no such event/);
    expect(() => on('repo:push', undefined)).toThrow(/listener/);
  });
});
