/** Measures the receiver against its floor: one HMAC and one JSON.parse for a genuine delivery, one HMAC for a forged one. */
import { createHmac, randomUUID } from 'node:crypto';
import { createMemoryInbox } from '../src/webhooks/memory-inbox.ts';
import { createWebhookReceiver } from '../src/webhooks/receiver.ts';

const secret = 'a-secret-of-thirty-two-characters';
const rounds = 200;

interface Delivery {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Each of another body and id. */
const genuine = Array.from({ length: 200 }, (_, n) => delivery(push(10_000, n)));
const forged = genuine.map(({ body }) => delivery(body, `sha256=${'0'.repeat(64)}`));

// Remembers half of them, so that each has been forgotten when its turn comes again: none is a duplicate.
const inbox = createMemoryInbox({ maxEntries: genuine.length / 2 });
const receiver = createWebhookReceiver({ product: 'cloud', secret, inbox });
let heard = 0;
receiver.on('repo:push', async ({ payload }) => {
  heard += payload.push.changes.length;
});

const best = await measure({
  'HMAC + JSON.parse': async () => {
    for (const { body } of genuine) {
      createHmac('sha256', secret).update(body).digest('hex');
      JSON.parse(body.toString());
    }
  },
  'genuine delivery': () => deliverAll(genuine, 200),
  HMAC: async () => {
    for (const { body } of genuine) createHmac('sha256', secret).update(body).digest('hex');
  },
  'forged delivery': () => deliverAll(forged, 401),
});

if (heard !== rounds * genuine.length) throw new Error(`${heard} deliveries were heard`);
for (const [name, microseconds] of Object.entries(best)) console.log(name, `${microseconds.toFixed(1)} µs`);
console.log('genuine / floor', ratio('genuine delivery', 'HMAC + JSON.parse'), '(budget 1.25)');
console.log('forged / floor', ratio('forged delivery', 'HMAC'), '(budget 1.5)');

function ratio(what: string, floor: string): string {
  return ((best[what] ?? 0) / (best[floor] ?? 1)).toFixed(2);
}

async function deliverAll(deliveries: readonly Delivery[], expected: number): Promise<void> {
  for (const one of deliveries) {
    const { status } = await receiver.receive(one);
    if (status !== expected) throw new Error(`answered ${status}`);
  }
}

/** With headers as Node's `req.headers` gives them behind a usual proxy. */
function delivery(body: Buffer, signature?: string): Delivery {
  const digest = createHmac('sha256', secret).update(body).digest('hex');
  const headers = {
    host: 'hooks.example.com',
    'user-agent': 'Bitbucket-Webhooks/2.0',
    'content-type': 'application/json',
    'content-length': String(body.byteLength),
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    connection: 'close',
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-proto': 'https',
    'x-event-key': 'repo:push',
    'x-hook-uuid': '0f7a5b0c-3c5c-4a3e-9b0e-0b9a0e5a7c11',
    'x-request-uuid': randomUUID(),
    'x-attempt-number': '1',
    'x-hub-signature': signature ?? `sha256=${digest}`,
  };
  return { method: 'POST', headers, body };
}

/** The candidates take turns, so that all meet the same weather; of each the best round counts, in µs for one delivery. */
async function measure(candidates: Record<string, () => Promise<void>>): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, candidate] of Object.entries(candidates)) {
      const start = performance.now();
      await candidate();
      const each = ((performance.now() - start) * 1_000) / genuine.length;
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, each);
    }
  }
  return best;
}

/** A push of the given size, in bytes or a little more, of the usual make: few commits, many links. */
function push(size: number, number: number): Buffer {
  const link = (path: string) => ({
    href: `https://api.bitbucket.org/2.0/repositories/acme/widgets/${path}`,
  });
  const links = (path: string) => ({
    self: link(path),
    html: link(path),
    diff: link(path),
    patch: link(path),
  });
  const actor = {
    type: 'user',
    uuid: '{5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07}',
    account_id: '557058:0d2f9a3c-1111-4222-8333-944455556666',
    nickname: 'ada',
    display_name: 'Ada Example',
    links: links('users/ada'),
  };
  const commit = (n: number) => ({
    type: 'commit',
    hash: n.toString(16).padStart(40, 'a'),
    message: 'Change the widgets so that they turn\n',
    date: '2026-11-19T10:20:30+00:00',
    author: { type: 'author', raw: 'Ada Example <ada@example.com>', user: actor },
    summary: { type: 'rendered', raw: 'Change', markup: 'markdown', html: '<p>Change</p>' },
    parents: [{ type: 'commit', hash: 'b'.repeat(40), links: links('commit/b') }],
    links: links('commit/a'),
  });
  const ref = (n: number) => ({ type: 'branch', name: 'main', target: commit(n), links: links('refs/main') });
  const change = { old: ref(1), new: ref(2), created: false, closed: false, forced: false, truncated: false };
  const commits = [commit(number + 100)];
  const repository = {
    type: 'repository',
    uuid: '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}',
    full_name: 'acme/widgets',
    name: 'widgets',
    is_private: true,
    links: links(''),
  };
  const payload = { actor, repository, push: { changes: [{ ...change, commits, links: links('compare') }] } };
  while (JSON.stringify(payload).length < size) commits.push(commit(commits.length + 2));
  return Buffer.from(JSON.stringify(payload));
}
