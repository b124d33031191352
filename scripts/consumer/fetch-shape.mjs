/** Receives a delivery under Bun or Deno: the receiver is a plain fetch handler there, without any adapter. */
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver } from 'bitbucket-sdk/webhooks';

const { Bun, Deno } = globalThis;
const secret = 'a secret';
const heard = [];
const receiver = createWebhookReceiver({ product: 'cloud', secret });
receiver.on('repo:push', ({ payload }) => heard.push(payload.repository.full_name));
const handle = (request) => receiver.handle(request);

async function serve() {
  if (Bun !== undefined) {
    const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: handle });
    return { port: server.port, stop: () => server.stop(true) };
  }
  const { promise, resolve } = Promise.withResolvers();
  const onListen = ({ port }) => resolve(port);
  const server = Deno.serve({ port: 0, hostname: '127.0.0.1', onListen }, handle);
  return { port: await promise, stop: () => server.shutdown() };
}

const { port, stop } = await serve();
const send = (signedWith) => {
  const payload = samples.cloud['repo:push']();
  const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret: signedWith });
  return fetch(delivery.toRequest(`http://127.0.0.1:${port}/hook`));
};
const statuses = [(await send(secret)).status, (await send('another')).status];
await stop();
if (statuses.join() !== '200,401' || heard.length !== 1) {
  throw new Error(`a genuine and a forged delivery were answered ${statuses}, ${heard.length} heard`);
}
