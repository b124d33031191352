import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver, WebhookError } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { countingReceiver, createLog, pushRequest, secret, send } from './receiver-kit.ts';

const push = () => JSON.stringify(samples.cloud['repo:push']());

describe('a delivery that is let in', () => {
  test('is handed to its listener and answered 200', async () => {
    const { receiver, calls, log } = countingReceiver();
    const answer = await send(receiver);
    expect(answer).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"status":"ok"}',
    });
    expect(calls).toEqual(['delivery-1']);
    expect(log.lines).toEqual([]);
  });

  test('is answered 204 without a body when nobody listens', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    expect(await send(receiver)).toEqual({ status: 204, headers: {}, body: '' });
    const response = await receiver.handle(
      new Request('https://hooks.example.com/', { method: 'POST', ...fetchParts() }),
    );
    expect(response.status).toBe(204);
    expect(response.body).toBeNull();
  });

  test('goes through handle as a fetch request', async () => {
    const { receiver, calls } = countingReceiver();
    const response = await receiver.handle(
      new Request('https://hooks.example.com/', { method: 'POST', ...fetchParts() }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(calls).toHaveLength(1);
  });

  test('is known by header names in any case', async () => {
    const { receiver, calls } = countingReceiver();
    const request = pushRequest();
    const upper = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect((await receiver.receive({ ...request, headers: upper })).status).toBe(200);
    expect(calls).toEqual(['delivery-1']);
  });

  test('gives the listener every field of the body, and what the headers say', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const seen: unknown[] = [];
    receiver.on('repo:push', ({ payload, delivery, signal }) => {
      seen.push(payload, delivery, signal.aborted);
    });
    const payload = { ...samples.cloud['repo:push'](), 'a field of 2030': { deep: [1, 'ä', null] } };
    await send(receiver, { payload, attempt: 2, hookId: 'hook' }, { route: { organizationId: '7' } });
    expect(seen[0]).toEqual(payload);
    expect(seen[1]).toEqual({
      product: 'cloud',
      eventKey: 'repo:push',
      known: true,
      deliveryId: 'delivery-1',
      hookId: 'hook',
      attempt: 2,
      payload,
      route: { organizationId: '7' },
    });
    expect(seen[2]).toBe(false);
  });

  test('does nothing through a __proto__ key but to carry it', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const polluted: unknown[] = [];
    receiver.on('*', ({ payload }) => {
      polluted.push(Reflect.get(payload, 'polluted'), Reflect.get({}, 'polluted'));
    });
    const text = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${push().slice(1)}`;
    expect((await send(receiver, { payload: text })).status).toBe(200);
    expect(polluted).toEqual([undefined, undefined]);
  });

  test('reaches the listeners of * where its event is newer than the library', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const seen: unknown[] = [];
    receiver.on('*', ({ delivery }) => {
      seen.push([delivery.known, delivery.eventKey, delivery.payload]);
    });
    await send(receiver, { eventKey: 'repo:dreamt_of', payload: { a: 1 } });
    expect(seen).toEqual([[false, 'repo:dreamt_of', { a: 1 }]]);
  });
});

describe('a delivery that cannot be one', () => {
  test.each(['GET', 'PUT', 'HEAD', 'post'])('method %s is answered 405, naming POST', async (method) => {
    const { receiver, calls } = countingReceiver();
    const answer = await send(receiver, {}, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
    const response = await receiver.handle(new Request('https://hooks.example.com/', { method: 'GET' }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(calls).toEqual([]);
  });

  test('a compressed body is answered 415, an identity one is let in', async () => {
    const { receiver } = countingReceiver();
    expect((await send(receiver, {}, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect((await send(receiver, {}, { headers: { 'Content-Encoding': 'Identity' } })).status).toBe(200);
  });

  test('a body over the limit is answered 413, one at the limit is let in', async () => {
    const { body } = pushRequest();
    const at = countingReceiver({ bodyLimit: body.byteLength });
    const over = countingReceiver({ bodyLimit: body.byteLength - 1 });
    expect((await send(at.receiver)).status).toBe(200);
    expect((await send(over.receiver)).status).toBe(413);
    const stream = new Blob([new Uint8Array(body)]).stream();
    const request = new Request('https://h.example', {
      ...fetchParts(),
      method: 'POST',
      body: stream,
      duplex: 'half',
    });
    expect((await over.receiver.handle(request)).status).toBe(413);
    expect(over.calls).toEqual([]);
  });

  test('an empty body is answered 400', async () => {
    const { receiver, log } = countingReceiver();
    expect(await send(receiver, { payload: '' })).toMatchObject({
      status: 400,
      body: '{"error":"body_empty"}',
    });
    expect(log.lines[0]?.fields['code']).toBe('body_empty');
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['sent twice', ['repo:push', 'repo:push']],
    ['no word', 'repo push\n'],
    ['too long', 'x'.repeat(257)],
  ])('an event key that is %s is answered 400 and not repeated', async (_, key) => {
    const { receiver, calls, log } = countingReceiver();
    const request = pushRequest();
    const headers = { ...request.headers, 'x-event-key': key };
    const answer = await receiver.receive({ ...request, headers });
    expect(answer).toMatchObject({ status: 400, body: '{"error":"event_key_missing"}' });
    expect(String(log.lines[0]?.fields['eventKey']).length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(log.lines)).not.toContain('\\n');
    expect(calls).toEqual([]);
  });

  test.each([
    ['not JSON', 'not json'],
    ['half of JSON', push().slice(0, -5)],
    ['a list', '[]'],
    ['a word', '"text"'],
    ['null', 'null'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
    ['not the shape of the event', '{}'],
    ['without a repository', JSON.stringify({ ...samples.cloud['repo:push'](), repository: null })],
  ])('a genuine body that is %s is answered 400', async (_, payload) => {
    const { receiver, calls } = countingReceiver();
    expect((await send(receiver, { payload })).status).toBe(400);
    expect(calls).toEqual([]);
  });

  test('a genuine body that is not UTF-8 is answered 400, though its event would take anything', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const heard: unknown[] = [];
    receiver.on('*', ({ payload }) => heard.push(payload));
    const eventKey = 'repo:dreamt_of';
    const bytes = (middle: number[]) =>
      Buffer.from([...Buffer.from('{"a":"'), ...middle, ...Buffer.from('"}')]);
    // A lone byte, a cut character, an overlong one, half of a surrogate pair.
    for (const middle of [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80]]) {
      expect(await send(receiver, { eventKey, payload: bytes(middle) })).toMatchObject({
        status: 400,
        body: '{"error":"not_json"}',
      });
    }
    expect((await send(receiver, { eventKey, payload: bytes([0xc3, 0xa4]) })).status).toBe(200);
    expect(heard).toEqual([{ a: 'ä' }]);
  });

  test('headers that come twice, in two spellings, are as one that came twice', async () => {
    const { receiver, calls } = countingReceiver();
    expect((await send(receiver, {}, { headers: { 'X-Event-Key': 'repo:push' } })).status).toBe(400);
    const signature = { 'X-Hub-Signature': `sha256=${'0'.repeat(64)}` };
    expect((await send(receiver, {}, { headers: signature })).status).toBe(401);
    expect(calls).toEqual([]);
  });

  test('the log names the field that is not as it should be, and no value of it', async () => {
    const { receiver, log } = countingReceiver();
    const payload = samples.cloud['repo:push']();
    Object.assign(payload.repository, { full_name: ['a hidden name'] });
    await send(receiver, { payload });
    expect(log.lines[0]?.message).toContain('repository');
    expect(JSON.stringify(log.lines)).not.toContain('hidden');
  });

  test('a pull request that is not merged cannot be passed off as a merge', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const merged: number[] = [];
    receiver.on('pullrequest:fulfilled', ({ payload }) => {
      merged.push(payload.pullrequest.id);
    });
    const eventKey = 'pullrequest:fulfilled';
    for (const state of ['OPEN', 'DECLINED', 'SUPERSEDED', 'merged', '']) {
      const payload = samples.cloud[eventKey]();
      payload.pullrequest.state = state;
      expect((await send(receiver, { eventKey, payload })).status).toBe(400);
    }
    expect((await send(receiver, { eventKey })).status).toBe(400);
    expect((await send(receiver, { eventKey, payload: samples.cloud[eventKey]() })).status).toBe(200);
    expect(merged).toEqual([7]);
  });

  test('a body that was parsed or read before is answered 500, with the fix', async () => {
    const { receiver, log } = countingReceiver();
    const parsed = { ...pushRequest(), body: samples.cloud['repo:push']() as unknown as Uint8Array };
    const answer = await receiver.receive(parsed);
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual({
      error: 'body_already_read',
      fix: expect.stringContaining('express.json()'),
    });
    const request = new Request('https://h.example', { method: 'POST', ...fetchParts() });
    await request.text();
    expect((await receiver.handle(request)).status).toBe(500);
    expect(log.lines.map(({ level, fields }) => [level, fields['code']])).toEqual([
      ['error', 'body_already_read'],
      ['error', 'body_already_read'],
    ]);
  });
});

describe('a delivery of Server', () => {
  const server = (payload: unknown, eventKey = 'repo:refs_changed', signed: string | undefined = secret) =>
    signDelivery({ product: 'server', eventKey, payload, secret: signed });
  const receive = async (delivery: ReturnType<typeof server>) => {
    const heard: string[] = [];
    const receiver = createWebhookReceiver({ product: 'server', secret });
    receiver.on('*', ({ delivery: { eventKey } }) => {
      heard.push(eventKey);
    });
    return { answer: await receiver.receive({ method: 'POST', ...delivery }), heard };
  };

  test('is let in where header and body name the same event', async () => {
    const { answer, heard } = await receive(server(samples.server['repo:refs_changed']()));
    expect(answer.status).toBe(200);
    expect(heard).toEqual(['repo:refs_changed']);
  });

  test('is answered 400 where the header names another event than the body', async () => {
    const { answer, heard } = await receive(server({ eventKey: 'pr:opened' }, 'pr:merged'));
    expect(answer).toMatchObject({ status: 400, body: '{"error":"event_key_mismatch"}' });
    expect(heard).toEqual([]);
  });

  test('its unsigned ping is answered 200 and heard by nobody', async () => {
    const unsigned = signDelivery({
      product: 'server',
      eventKey: 'diagnostics:ping',
      payload: { test: true },
    });
    expect(unsigned.headers).not.toHaveProperty('x-hub-signature');
    const { answer, heard } = await receive(unsigned);
    expect(answer.status).toBe(200);
    expect(heard).toEqual([]);
  });

  test('a ping for Cloud is as any event: refused without a signature', async () => {
    const { receiver } = countingReceiver();
    const request = { eventKey: 'diagnostics:ping', payload: { test: true }, secret: undefined };
    expect((await send(receiver, request)).status).toBe(401);
  });
});

describe('a listener', () => {
  test('that fails makes it a 500, keeps no other from being called, and its error reaches onError', async () => {
    const errors: WebhookError[] = [];
    const log = createLog();
    const receiver = createWebhookReceiver({
      product: 'cloud',
      secret,
      logger: log.logger,
      onError: (error) => errors.push(error),
    });
    const calls: string[] = [];
    receiver.on('repo:push', async () => {
      calls.push('first');
      throw new TypeError('the database says: secret payload');
    });
    receiver.on('*', async () => {
      calls.push('second');
    });
    receiver.on('repo:push', () => {
      calls.push('third');
      throw 'not even an error';
    });
    const answer = await send(receiver);
    expect(answer).toMatchObject({ status: 500, body: '{"error":"listener_failed"}' });
    expect(calls).toEqual(['first', 'second', 'third']);
    expect(errors[0]).toMatchObject({ code: 'listener_failed', status: 500 });
    const cause = errors[0]?.cause;
    expect(cause).toBeInstanceOf(AggregateError);
    expect(cause instanceof AggregateError && cause.errors).toEqual([
      new TypeError('the database says: secret payload'),
      'not even an error',
    ]);
    expect(log.lines[0]).toMatchObject({ level: 'error', fields: { code: 'listener_failed' } });
    expect(JSON.stringify(log.lines)).not.toContain('payload"');
    expect(JSON.stringify(log.lines)).not.toContain('database');
  });

  test('chooses the status by a WebhookError', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    receiver.on('repo:push', () => {
      throw new WebhookError('unknown_target', 404, 'the repository is not linked');
    });
    expect(await send(receiver)).toMatchObject({ status: 404, body: '{"error":"not_found"}' });
    receiver.on('repo:push', () => {
      throw new Error('this one may be mended');
    });
    expect((await send(receiver)).status).toBe(500);
  });

  test('is taken away again by what on() gave', async () => {
    const { receiver, calls } = countingReceiver();
    const off = receiver.on('*', () => {
      calls.push('star');
    });
    off();
    off();
    await send(receiver);
    expect(calls).toEqual(['delivery-1']);
  });

  test('a broken logger or onError changes no answer', async () => {
    const broken = () => {
      throw new Error('the log is full');
    };
    const logger = { debug: broken, info: broken, warn: broken, error: broken };
    const { receiver } = countingReceiver({ logger, onError: broken });
    expect((await send(receiver, { secret: 'another' })).status).toBe(401);
    expect((await send(receiver)).status).toBe(200);
  });
});

function fetchParts() {
  const { headers, body } = pushRequest();
  return { headers: headers as Record<string, string>, body: new Uint8Array(body) };
}
