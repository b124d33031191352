import { createLambdaHandler, type LambdaEvent } from 'bitbucket-sdk/lambda';
import { createIpRanges } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { pushReceiver, signedPush } from './adapter-kit.ts';

/** As API Gateway's HTTP APIs and function URLs send it (format 2.0). */
function httpEvent(
  { headers, body }: ReturnType<typeof signedPush>,
  extra: Partial<LambdaEvent> = {},
): LambdaEvent {
  return {
    rawPath: '/organizations/1/webhook',
    rawQueryString: '',
    headers,
    requestContext: { http: { method: 'POST', sourceIp: '104.192.136.9' }, domainName: 'hooks.example.com' },
    pathParameters: { organizationId: '1' },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
    ...extra,
  };
}

/** As API Gateway's REST APIs send it (format 1.0). */
function restEvent({ headers, body }: ReturnType<typeof signedPush>): LambdaEvent {
  return {
    httpMethod: 'POST',
    path: '/webhook',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    multiValueQueryStringParameters: null,
    requestContext: { identity: { sourceIp: '104.192.136.9' } },
    pathParameters: null,
    body: Buffer.from(body).toString(),
    isBase64Encoded: false,
  };
}

describe('a receiver behind Lambda', () => {
  test('takes both payload formats, bodies in base64 and as text', async () => {
    const { receiver, heard } = pushReceiver();
    const handler = createLambdaHandler(receiver);
    await expect(handler(httpEvent(signedPush(5_000, 'one')))).resolves.toMatchObject({
      statusCode: 200,
      body: '{"status":"ok"}',
    });
    await expect(handler(restEvent(signedPush(5_000, 'two')))).resolves.toMatchObject({ statusCode: 200 });
    expect(heard).toEqual([
      { id: 'one', route: { organizationId: '1' } },
      { id: 'two', route: {} },
    ]);
  });

  test('decodes base64 as bytes: what is no UTF-8 reaches the signature as it is', async () => {
    const { receiver } = pushReceiver();
    const delivery = signedPush();
    const broken = {
      ...delivery,
      body: Uint8Array.from(delivery.body, (byte, at) => (at === 5 ? 0xff : byte)),
    };
    await expect(createLambdaHandler(receiver)(httpEvent(broken))).resolves.toMatchObject({
      statusCode: 401,
    });
  });

  test('checks the address that the gateway names, and joins a header that came twice', async () => {
    const { receiver, heard } = pushReceiver({ ipRanges: createIpRanges({ ranges: ['10.0.0.0/8'] }) });
    await expect(createLambdaHandler(receiver)(httpEvent(signedPush()))).resolves.toMatchObject({
      statusCode: 401,
    });
    const signature = [signedPush().headers['x-hub-signature'] ?? '', `sha256=${'0'.repeat(64)}`];
    const twice = { ...restEvent(signedPush()), multiValueHeaders: { 'X-Hub-Signature': signature } };
    const open = pushReceiver();
    await expect(createLambdaHandler(open.receiver)(twice)).resolves.toMatchObject({ statusCode: 401 });
    expect(heard).toEqual([]);
  });

  test('refuses what is compressed, too long, or no event of a gateway', async () => {
    const { receiver } = pushReceiver({ bodyLimit: 1_000 });
    const handler = createLambdaHandler(receiver);
    const delivery = signedPush();
    const gzip = { ...delivery, headers: { ...delivery.headers, 'content-encoding': 'gzip' } };
    await expect(handler(httpEvent(gzip))).resolves.toMatchObject({ statusCode: 415 });
    await expect(handler(httpEvent(signedPush(5_000)))).resolves.toMatchObject({ statusCode: 413 });
    await expect(handler({ body: 'x' })).resolves.toMatchObject({ statusCode: 400 });
  });
});

describe('a fetch-style handler behind Lambda', () => {
  test('is given the whole address, and its answer comes back with its cookies and bytes', async () => {
    const handler = createLambdaHandler(async (request) => {
      const headers = new Headers({ 'x-seen': request.url });
      headers.append('set-cookie', 'a=1');
      headers.append('set-cookie', 'b=2');
      return new Response(await request.arrayBuffer(), { status: 201, headers });
    });
    const delivery = { ...signedPush(), body: Uint8Array.of(1, 2, 255) };
    const result = await handler(httpEvent(delivery, { rawQueryString: 'a=1&b=%20' }));
    expect(result).toMatchObject({
      statusCode: 201,
      headers: { 'x-seen': 'https://hooks.example.com/organizations/1/webhook?a=1&b=%20' },
      cookies: ['a=1', 'b=2'],
      body: 'AQL/',
      isBase64Encoded: true,
    });
  });

  test('that fails is a 500 that says nothing of why', async () => {
    const handler = createLambdaHandler(async () => {
      throw new Error('the password is hunter2');
    });
    const result = await handler(httpEvent(signedPush()));
    expect(result.statusCode).toBe(500);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});
