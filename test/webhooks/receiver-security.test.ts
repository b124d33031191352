import { createHmac } from 'node:crypto';
import { type AddressCheck, createWebhookReceiver, WebhookError } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { countingReceiver, createLog, pushRequest, secret, send } from './receiver-kit.ts';

describe('a delivery that is not proven', () => {
  const forged = async (signature: string | readonly string[] | undefined) => {
    const { receiver, calls, log } = countingReceiver();
    const request = pushRequest();
    const headers = { ...request.headers, 'x-hub-signature': signature };
    const answer = await receiver.receive({ ...request, headers });
    return { answer, calls, line: log.lines[0] };
  };
  const right = String(Reflect.get(pushRequest().headers, 'x-hub-signature'));
  const sha1 = `sha1=${createHmac('sha1', secret).update(pushRequest().body).digest('hex')}`;

  test.each([
    ['there is none', undefined, 'signature_missing'],
    ['it is empty', '', 'signature_missing'],
    ['it is a right sha1', sha1, 'signature_method'],
    ['it has no method', right.slice(7), 'signature_method'],
    ['its method is in capitals', right.replace('sha256', 'SHA256'), 'signature_method'],
    ['it is wrong', `sha256=${'0'.repeat(64)}`, 'signature_mismatch'],
    ['one digit is wrong', right.slice(0, -1) + (right.endsWith('0') ? '1' : '0'), 'signature_mismatch'],
    ['it is cut', right.slice(0, -1), 'signature_mismatch'],
    ['it is too long', `${right}0`, 'signature_mismatch'],
    ['it is no hex', `sha256=${'z'.repeat(64)}`, 'signature_mismatch'],
    ['it is nothing but its method', 'sha256=', 'signature_mismatch'],
    ['it came twice', [right, right], 'signature_mismatch'],
  ])('is answered 401 when %s, and the log says why', async (_, signature, code) => {
    const { answer, calls, line } = await forged(signature);
    expect(answer).toEqual({
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: '{"error":"unauthorized"}',
    });
    expect(calls).toEqual([]);
    expect(line).toMatchObject({ level: 'warn', fields: { code, status: 401, eventKey: 'repo:push' } });
  });

  test('is refused where one byte of the body differs, and let in with capital digits', async () => {
    const { receiver } = countingReceiver();
    const request = pushRequest();
    const body = new Uint8Array(request.body);
    body[body.length - 1] = 0x20;
    expect((await receiver.receive({ ...request, body })).status).toBe(401);
    const headers = { ...request.headers, 'x-hub-signature': `sha256=${right.slice(7).toUpperCase()}` };
    expect((await receiver.receive({ ...request, headers })).status).toBe(200);
  });

  test('is judged by its bytes: a body that decoding would mend is not the signed one', async () => {
    const { receiver } = countingReceiver();
    const broken = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const mended = Buffer.from(broken.toString('utf8'));
    const signature = createHmac('sha256', secret).update(mended).digest('hex');
    const headers = { 'x-event-key': 'repo:push', 'x-hub-signature': `sha256=${signature}` };
    expect((await receiver.receive({ method: 'POST', headers, body: broken })).status).toBe(401);
  });

  test('never shows its signature, payload or the secret in the log', async () => {
    const { log } = await logged();
    const text = JSON.stringify(log.lines);
    expect(log.lines.length).toBeGreaterThan(0);
    for (const hidden of [secret, 'acme/widgets', 'sha256', right.slice(7)])
      expect(text).not.toContain(hidden);

    async function logged() {
      const { receiver, log } = countingReceiver();
      await send(receiver, { secret: 'another secret' });
      await send(receiver, { payload: '{"full_name":"acme/widgets"' });
      return { log };
    }
  });

  test('cannot write into the log through its headers', async () => {
    const { receiver, log } = countingReceiver();
    await send(
      receiver,
      { secret: undefined },
      { headers: { 'x-request-uuid': `a\r\nforged line ${'x'.repeat(5000)}` } },
    );
    const id = String(log.lines[0]?.fields['deliveryId']);
    expect(id).toMatch(/^a\?\?forged\?line\?x{80,}$/);
    expect(id).toHaveLength(100);
  });
});

describe('the address', () => {
  const ipRanges: AddressCheck = { contains: (address) => address === '192.0.2.1' };

  test('must be in the ranges, though the signature is right', async () => {
    const { receiver, calls, log } = countingReceiver({ ipRanges });
    const answer = await send(receiver, {}, { remoteAddress: '198.51.100.9' });
    expect(answer).toMatchObject({ status: 401, body: '{"error":"unauthorized"}' });
    expect((await send(receiver, {}, { remoteAddress: undefined })).status).toBe(401);
    expect((await send(receiver, {}, { remoteAddress: '' })).status).toBe(401);
    expect(log.lines.map(({ fields }) => fields['code'])).toEqual(Array(3).fill('address_refused'));
    expect(calls).toEqual([]);
    expect((await send(receiver, {}, { remoteAddress: '192.0.2.1' })).status).toBe(200);
    const { headers, body } = pushRequest({ deliveryId: 'delivery-2' });
    const request = new Request('https://h.example', {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: new Uint8Array(body),
    });
    expect((await receiver.handle(request, { remoteAddress: '198.51.100.9' })).status).toBe(401);
  });

  test('must be there, though the ranges would take any', async () => {
    const { receiver } = countingReceiver({ ipRanges: { contains: () => true } });
    expect((await send(receiver)).status).toBe(401);
    expect((await send(receiver, {}, { remoteAddress: '' })).status).toBe(401);
    expect((await send(receiver, {}, { remoteAddress: '192.0.2.1' })).status).toBe(200);
  });

  test('does not stand in for the signature', async () => {
    const { receiver } = countingReceiver({ ipRanges });
    expect((await send(receiver, { secret: 'wrong' }, { remoteAddress: '192.0.2.1' })).status).toBe(401);
  });

  test('is refused where the ranges cannot judge it', async () => {
    const contains = () => {
      throw new RangeError('not an address');
    };
    const { receiver, calls } = countingReceiver({ ipRanges: { contains } });
    expect((await send(receiver, {}, { remoteAddress: 'nonsense' })).status).toBe(401);
    expect(calls).toEqual([]);
  });

  test('of an unsigned ping of Server is checked, too', async () => {
    const receiver = createWebhookReceiver({ product: 'server', secret, ipRanges });
    const ping = { method: 'POST', headers: { 'x-event-key': 'diagnostics:ping' }, body: Buffer.from('{}') };
    expect((await receiver.receive({ ...ping, remoteAddress: '198.51.100.9' })).status).toBe(401);
    expect((await receiver.receive({ ...ping, remoteAddress: '192.0.2.1' })).status).toBe(200);
  });
});

describe('the secret', () => {
  test('may be any of a list, while one takes the place of another', async () => {
    const { receiver } = countingReceiver({ secret: ['old', 'new'] });
    expect((await send(receiver, { secret: 'old', deliveryId: 'a' })).status).toBe(200);
    expect((await send(receiver, { secret: 'new', deliveryId: 'b' })).status).toBe(200);
    expect((await send(receiver, { secret: 'older', deliveryId: 'c' })).status).toBe(401);
  });

  test('is found by the route, and another tenant’s does not do', async () => {
    const secrets: Record<string, string> = { '1': 'secret one', '2': 'secret two' };
    const { receiver, calls } = countingReceiver({
      secret: async ({ organizationId = '' }) => secrets[organizationId],
    });
    const to = (organizationId: string, with_: string) =>
      send(
        receiver,
        { secret: with_, deliveryId: `${organizationId} by ${with_}`.replaceAll(' ', '-') },
        {
          route: { organizationId },
        },
      );
    expect((await to('1', 'secret one')).status).toBe(200);
    expect((await to('2', 'secret one')).status).toBe(401);
    expect((await to('2', 'secret two')).status).toBe(200);
    expect(await to('3', 'secret one')).toMatchObject({ status: 404, body: '{"error":"not_found"}' });
    expect(calls).toEqual(['1-by-secret-one', '2-by-secret-two']);
  });

  test('an unknown tenant is answered the same, whatever the signature', async () => {
    const { receiver, log } = countingReceiver({ secret: () => undefined });
    const answers = [
      await send(receiver),
      await send(receiver, { secret: undefined }),
      await send(receiver, { secret: 'wrong', payload: 'not json' }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(log.lines[0]?.fields['code']).toBe('unknown_target');
  });

  test.each([
    ['an empty text', ''],
    ['an empty list', []],
    ['a list with an empty text', ['good', '']],
    ['no text', 42 as unknown as string],
    ['null', null as unknown as string],
  ])('that the function gives as %s lets nobody in', async (_, found) => {
    const { receiver, calls, log } = countingReceiver({ secret: () => found });
    for (const signer of ['good', undefined]) {
      expect(await send(receiver, { secret: signer })).toMatchObject({ status: 401 });
    }
    // Nor does a signature that was made with the empty secret.
    const { headers, body } = pushRequest();
    const signature = `sha256=${createHmac('sha256', '').update(body).digest('hex')}`;
    const answer = await receiver.receive({
      method: 'POST',
      headers: { ...headers, 'x-hub-signature': signature } as Record<string, string>,
      body,
    });
    expect(answer.status).toBe(401);
    expect(calls).toEqual([]);
    expect(log.lines[0]?.fields['code']).toBe('secret_empty');
  });

  test('whose function fails is a 503, so that the delivery comes again', async () => {
    const failures = [
      () => {
        throw new Error('no database');
      },
      () => Promise.reject(new Error('no database')),
    ];
    for (const find of failures) {
      const { receiver, calls, log } = countingReceiver({ secret: find });
      expect((await send(receiver)).status).toBe(503);
      expect(calls).toEqual([]);
      expect(log.lines[0]).toMatchObject({ level: 'error', fields: { code: 'secret_unavailable' } });
    }
  });

  test('may be looked up by the bytes of the body, and its function may choose the answer', async () => {
    const bodies: Uint8Array[] = [];
    const { receiver, calls, log } = countingReceiver({
      secret: (_, { body }) => {
        bodies.push(body);
        if (bodies.length === 1) return secret;
        throw new WebhookError('unknown_target', 401, 'there is no such repository');
      },
    });
    const request = pushRequest();
    expect((await receiver.receive(request)).status).toBe(200);
    expect(bodies).toEqual([request.body]);
    expect(await send(receiver)).toMatchObject({ status: 401, body: '{"error":"unauthorized"}' });
    expect(log.lines.at(-1)?.fields).toMatchObject({ code: 'unknown_target', status: 401 });
    expect(calls).toHaveLength(1);
  });

  test('is not asked for before the cheap checks have passed', async () => {
    let asked = 0;
    const log = createLog();
    const receiver = createWebhookReceiver({
      product: 'cloud',
      logger: log.logger,
      ipRanges: { contains: () => false },
      secret: () => {
        asked++;
        return secret;
      },
    });
    await send(receiver, {}, { remoteAddress: '192.0.2.1' });
    await send(receiver, { payload: '' });
    await send(receiver, {}, { method: 'GET' });
    expect(asked).toBe(0);
  });
});
