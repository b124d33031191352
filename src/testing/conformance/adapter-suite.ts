/** What every adapter must do between a socket and a receiver, as checks that any test runner can run. */
import assert from 'node:assert/strict';
import { createIpRanges } from '../../webhooks/ip-ranges.ts';
import { createWebhookReceiver, type WebhookReceiver } from '../../webhooks/receiver.ts';
import { samples } from '../samples/samples.ts';
import { type SignedDelivery, signDelivery } from '../sign-delivery.ts';
import type { StoreCheck } from './check.ts';
import { type RawSender, sendRaw } from './raw-http.ts';

/** A framework that listens, with a receiver behind the adapter. */
export interface MountedAdapter {
  /** Where deliveries go, such as `http://127.0.0.1:4711/hook`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface AdapterMount {
  readonly receiver: WebhookReceiver<'cloud'>;
  /** The address to listen on; `::` takes IPv4 peers, too, as mapped addresses. */
  readonly host: '127.0.0.1' | '::';
  /** Install the framework's own JSON parser for every route, before the adapter. */
  readonly parsedBefore: boolean;
}

/** Starts the framework. Called for each check; closed after it. */
export type MountAdapter = (mount: AdapterMount) => Promise<MountedAdapter>;

export interface AdapterSuiteOptions {
  /** False where a host's parser cannot come before the adapter. Default true. */
  readonly parserCanComeBefore?: boolean | undefined;
}

const secret = 'the-secret-of-the-adapter-suite';
const limit = 64 * 1024;

interface Scene {
  readonly url: string;
  /** Ids of the deliveries that reached the listener, and the lengths of their fillers. */
  readonly heard: { readonly id: string | undefined; readonly filler: number }[];
}

/**
 * The conformance suite of adapters.
 *
 * @example
 * for (const { name, run } of adapterSuite(mountOnMyFramework)) test(name, run)
 */
export function adapterSuite(mount: MountAdapter, options: AdapterSuiteOptions = {}): StoreCheck[] {
  const inScene =
    (check: (scene: Scene) => Promise<void>, settings: Partial<Omit<AdapterMount, 'receiver'>> = {}) =>
    async () => {
      const heard: Scene['heard'] = [];
      const receiver = createWebhookReceiver({
        product: 'cloud',
        secret,
        bodyLimit: limit,
        ...(settings.host === '::' ? { ipRanges: createIpRanges({ ranges: ['127.0.0.1/32'] }) } : {}),
      });
      receiver.on('repo:push', ({ payload, delivery }) => {
        heard.push({ id: delivery.deliveryId, filler: String(payload['filler'] ?? '').length });
      });
      const mounted = await mount({ receiver, host: '127.0.0.1', parsedBefore: false, ...settings });
      try {
        await check({ url: mounted.url, heard });
      } finally {
        await mounted.close();
      }
    };
  const checks = Object.entries(demands).map(([name, check]) => ({ name, run: inScene(check) }));
  checks.push({
    name: 'an IPv4 peer on a dual-stack socket is in an IPv4 range',
    run: inScene(delivered, { host: '::' }),
  });
  if (options.parserCanComeBefore !== false) {
    const run = inScene(refusedAsParsed, { parsedBefore: true });
    checks.push({ name: 'a body that a parser has read is refused at once, loudly, with the fix', run });
  }
  return checks;
}

const demands: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'a genuine delivery reaches its listener': delivered,

  'a body just under the limit arrives whole': async (scene) => {
    const filler = limit - 12_000;
    assert.equal((await send(scene, push('big', filler))).status, 200);
    assert.deepEqual(scene.heard, [{ id: 'big', filler }]);
  },

  'a chunked body without a length arrives whole': async (scene) => {
    assert.equal((await send(scene, push('chunked', 5_000), { chunkSize: 700 })).status, 200);
    assert.deepEqual(scene.heard, [{ id: 'chunked', filler: 5_000 }]);
  },

  'a slow sender is waited for': async (scene) => {
    assert.equal((await send(scene, push('slow', 100), { chunkSize: 900, pause: 15 })).status, 200);
    assert.equal(scene.heard.length, 1);
  },

  'header names in any case are the same': async (scene) => {
    const upper = (name: string): string => name.toUpperCase();
    assert.equal((await send(scene, push('upper'), { headerName: upper })).status, 200);
    assert.equal(scene.heard.length, 1);
  },

  'a body announced as over the limit is answered 413': async (scene) => {
    assert.equal((await send(scene, push('long', limit))).status, 413);
    assert.deepEqual(scene.heard, []);
  },

  'a chunked body over the limit is cut while it is read, and answered 413': async (scene) => {
    assert.equal((await send(scene, push('endless', 3 * limit), { chunkSize: 8_000 })).status, 413);
    assert.deepEqual(scene.heard, []);
  },

  'a compressed body is answered 415': async (scene) => {
    const extra = [['content-encoding', 'gzip']] as const;
    assert.equal((await send(scene, push('gzip'), { extra })).status, 415);
    assert.deepEqual(scene.heard, []);
  },

  'a signature that comes twice is not believed': async (scene) => {
    const delivery = push('twice');
    const extra = [['x-hub-signature', `sha256=${'0'.repeat(64)}`]] as const;
    assert.equal((await send(scene, delivery, { extra })).status, 401);
    assert.deepEqual(scene.heard, []);
  },

  'bytes that are no UTF-8 reach the signature as they are': async (scene) => {
    const payload = Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d);
    const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret });
    assert.equal((await send(scene, delivery)).status, 400);
    assert.deepEqual(scene.heard, []);
  },

  'a sender that breaks off reaches nobody, and the next one is served': async (scene) => {
    await send(scene, push('broken', 5_000), { chunkSize: 700, breakOff: true });
    assert.deepEqual(scene.heard, []);
    await delivered(scene);
  },

  'anything but POST is answered 405': async (scene) => {
    const { status, headers } = await send(scene, push('get'), { method: 'PUT' });
    assert.equal(status, 405);
    assert.match(headers, /^allow: POST/im);
  },

  'an empty body is answered 400': async (scene) => {
    const empty = { ...push('empty'), body: new Uint8Array() };
    assert.equal((await send(scene, empty)).status, 400);
  },
};

async function delivered(scene: Scene): Promise<void> {
  const { status, headers, body } = await send(scene, push('first'));
  assert.equal(status, 200);
  assert.match(headers, /^content-type: application\/json/im);
  assert.equal(body, '{"status":"ok"}');
  assert.deepEqual(
    scene.heard.map(({ id }) => id),
    ['first'],
  );
}

async function refusedAsParsed(scene: Scene): Promise<void> {
  const { status, body } = await send(scene, push('parsed'));
  assert.equal(status, 500);
  assert.match(body, /body parser|express\.json|before/i);
  assert.deepEqual(scene.heard, []);
}

function push(deliveryId: string, filler = 0): SignedDelivery {
  const payload = { ...samples.cloud['repo:push'](), filler: 'x'.repeat(filler) };
  return signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret, deliveryId });
}

const send = (
  { url }: Scene,
  { headers, body }: Pick<SignedDelivery, 'headers' | 'body'>,
  how: RawSender = {},
) => sendRaw(url, { headers, body }, how);
