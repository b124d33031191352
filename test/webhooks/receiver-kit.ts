/** What the tests of the receiver share: a clock to move, a log to read, and deliveries to send. */

import { type SignDeliveryInput, samples, signDelivery } from 'bitbucket-sdk/testing';
import {
  createWebhookReceiver,
  type InboundAnswer,
  type InboundRequest,
  type WebhookProduct,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from 'bitbucket-sdk/webhooks';
import type { LogFields, Logger } from '../../src/shared/logger.ts';

export const secret = 'a-secret-of-thirty-two-characters';

export interface LogLine {
  readonly level: keyof Logger;
  readonly message: string;
  readonly fields: LogFields;
}

export function createLog() {
  const lines: LogLine[] = [];
  const write =
    (level: keyof Logger) =>
    (message: string, fields: LogFields = {}) => {
      lines.push({ level, message, fields });
    };
  const logger: Logger = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  return { lines, logger };
}

export function createClock(start = 1_790_000_000_000) {
  let time = start;
  return {
    now: () => time,
    move: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** A cloud receiver with one listener that counts pushes. */
export function countingReceiver(options: Partial<WebhookReceiverOptions<'cloud'>> = {}) {
  const log = createLog();
  const receiver = createWebhookReceiver({ product: 'cloud', secret, logger: log.logger, ...options });
  const calls: string[] = [];
  receiver.on('repo:push', ({ delivery }) => {
    calls.push(delivery.deliveryId ?? 'no id');
  });
  return { receiver, calls, log };
}

/** A genuine push, with what the test changes of it. */
export function pushRequest(
  input: Partial<SignDeliveryInput> = {},
  request: Partial<InboundRequest> = {},
): InboundRequest {
  const { headers, body } = signDelivery({
    product: 'cloud',
    eventKey: 'repo:push',
    payload: samples.cloud['repo:push'](),
    secret,
    deliveryId: 'delivery-1',
    ...input,
  });
  return { method: 'POST', body, ...request, headers: { ...headers, ...request.headers } };
}

export const send = async <Product extends WebhookProduct>(
  receiver: WebhookReceiver<Product>,
  input?: Partial<SignDeliveryInput>,
  request?: Partial<InboundRequest>,
): Promise<InboundAnswer> => receiver.receive(pushRequest(input, request));

/** A promise with its ends in hand. */
export function gate() {
  let open = (): void => {};
  let fail: (reason: unknown) => void = () => {};
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { passed, open, fail };
}

/** Lets everything that can go on now go on. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
