import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { CLOUD_EVENTS, parseDelivery, SERVER_EVENTS, WebhookError } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';

describe('parsing a delivery', () => {
  test('gives the event, the ids and the payload of a Cloud delivery', () => {
    const payload = samples.cloud['repo:push']();
    const { headers, body } = signDelivery({
      ...{ product: 'cloud', eventKey: 'repo:push', payload, deliveryId: 'id', hookId: 'hook', attempt: 3 },
    });
    expect(parseDelivery({ product: 'cloud', headers, body })).toEqual({
      product: 'cloud',
      eventKey: 'repo:push',
      known: true,
      deliveryId: 'id',
      hookId: 'hook',
      attempt: 3,
      payload,
    });
  });

  test('gives the ids of a Server delivery, and reads fetch headers', () => {
    const { headers, body } = signDelivery({
      ...{
        product: 'server',
        eventKey: 'pr:merged',
        payload: samples.server['pr:merged'](),
        deliveryId: 'id',
      },
    });
    expect(parseDelivery({ product: 'server', headers: new Headers(headers), body })).toMatchObject({
      ...{ known: true, deliveryId: 'id', hookId: undefined, attempt: undefined },
    });
  });

  test('marks an event that is newer than the library', () => {
    const headers = { 'X-Event-Key': 'repo:dreamt_of', 'X-Attempt-Number': 'many' };
    const delivery = parseDelivery({ product: 'cloud', headers, body: Buffer.from('{"ä":1}') });
    expect(delivery).toMatchObject({ known: false, attempt: undefined, payload: { ä: 1 } });
    // Names that every object has are no events.
    const inherited = { 'x-event-key': 'constructor' };
    expect(parseDelivery({ product: 'cloud', headers: inherited, body: Buffer.from('{}') }).known).toBe(
      false,
    );
  });

  test.each([
    ['body_empty', { 'x-event-key': 'repo:push' }, ''],
    ['event_key_missing', {}, '{}'],
    ['not_json', { 'x-event-key': 'repo:push' }, '{'],
    ['payload_invalid', { 'x-event-key': 'repo:push' }, '{"push":{"changes":[{}]}}'],
    ['payload_invalid', { 'x-event-key': 'repo:dreamt_of' }, '7'],
  ])('throws %s, saying nothing of the body', (code, headers, body) => {
    const parse = () => parseDelivery({ product: 'cloud', headers, body: Buffer.from(body) });
    expect(parse).toThrow(WebhookError);
    expect(parse).toThrow(expect.objectContaining({ code, status: 400 }));
    expect(parse).not.toThrow(expect.objectContaining({ cause: expect.anything() }));
  });

  test('refuses another product', () => {
    const product = 'jira' as 'cloud';
    expect(() => parseDelivery({ product, headers: {}, body: Buffer.from('{}') })).toThrow(/product/);
  });
});

describe('the tables of events', () => {
  test.each([
    ['Cloud', CLOUD_EVENTS, 28],
    ['Server', SERVER_EVENTS, 22],
  ])('%s names each event by its key and subject', (_, events, count) => {
    const rows = Object.entries(events);
    expect(rows).toHaveLength(count);
    for (const [key, row] of rows) {
      expect(row.key).toBe(key);
      expect(row.subject).toMatch(/^[a-z]+$/);
    }
  });

  test('say until when the issue events of Cloud were sent', () => {
    const ended = Object.values(CLOUD_EVENTS).filter((row) => 'until' in row);
    expect(ended.map(({ key, until }) => [key, until])).toEqual([
      ['issue:created', '2026-08-20'],
      ['issue:updated', '2026-08-20'],
      ['issue:comment_created', '2026-08-20'],
    ]);
  });
});
