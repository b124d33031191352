/** What the tests of the adapters share: raw conversations over a socket, and a receiver to talk to. */
import { connect } from 'node:net';
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver, type WebhookReceiverOptions } from 'bitbucket-sdk/webhooks';
import { createLog } from '../webhooks/receiver-kit.ts';

export const secret = 'a-secret-of-thirty-two-characters';

export function pushReceiver(options: Partial<WebhookReceiverOptions<'cloud'>> = {}) {
  const log = createLog();
  const receiver = createWebhookReceiver({ product: 'cloud', secret, logger: log.logger, ...options });
  const heard: { readonly id: string | undefined; readonly route: Readonly<Record<string, string>> }[] = [];
  receiver.on('repo:push', ({ delivery }) => {
    heard.push({ id: delivery.deliveryId, route: delivery.route });
  });
  return { receiver, heard, log };
}

/** A push whose body is about so many bytes long. */
export function signedPush(size = 0, deliveryId = 'delivery-1') {
  const payload = { ...samples.cloud['repo:push'](), filler: 'x'.repeat(size) };
  return signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret, deliveryId });
}

/** Opens a socket, lets the test write, and gives all that came back once it is closed. */
export function converse(
  origin: string,
  write: (socket: ReturnType<typeof connect>) => void | Promise<void>,
): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => void write(socket));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** The head of a request as it goes over the wire. */
export const head = (line: string, headers: Readonly<Record<string, string>>): string =>
  `${[line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;
