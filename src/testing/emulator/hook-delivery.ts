/** Sends hooks as Bitbucket does: signed, timed, tried again after failures of the receiver, and kept on record. */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import { type Logger, withoutQuery } from '../../shared/logger.ts';
import type { FetchLike } from '../../shared/types.ts';
import type { DeliveryLog, HookAttempt, HookDelivery } from './delivery-log.ts';
import { createLimiter } from './git/limiter.ts';
import { type Random, randomUuid } from './identifiers.ts';
import type { EmulatedHookOptions } from './options.ts';

/** What is to be sent where. */
export interface HookMessage {
  readonly hookUuid: string;
  readonly event: string;
  readonly url: string;
  readonly payload: unknown;
  readonly secret?: string | undefined;
  /** Further headers of one attempt: a token, for instance, that holds for some minutes only. */
  readonly headers?: (() => Promise<Record<string, string>>) | undefined;
}

export interface HookDispatcher {
  /** Ends when the last attempt has ended; never fails. */
  send(message: HookMessage): Promise<void>;
  /** Ends what is under way. */
  close(): void;
}

interface Deps {
  readonly fetch: FetchLike;
  readonly now: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly options: EmulatedHookOptions;
  readonly log: DeliveryLog;
}

type Writable = { -readonly [K in keyof HookDelivery]: HookDelivery[K] } & { attempts: HookAttempt[] };

/** Receivers that are called at a time. */
const atOnce = 32;

export function createHookDispatcher(deps: Deps): HookDispatcher {
  const { maxPayload = 256 * 1024, attempts = 3, retryDelay = 1_000 } = deps.options;
  const closing = new AbortController();
  const limit = createLimiter(atOnce);

  const send = async (message: HookMessage): Promise<void> => {
    const { hookUuid, event } = message;
    const delivery: Writable = {
      hookUuid,
      event,
      requestUuid: randomUuid(deps.random),
      outcome: 'pending',
      attempts: [],
    };
    deps.log.add(delivery);
    const body = Buffer.from(JSON.stringify(message.payload), 'utf8');
    if (body.length > maxPayload) {
      delivery.outcome = 'skipped';
      deps.logger.warn('A hook was not sent: its payload is too long', { event, bytes: body.length });
      return;
    }
    for (let number = 1; number <= attempts; number += 1) {
      if (number > 1) await pause(retryDelay, closing.signal);
      if (closing.signal.aborted) break;
      const attempt = await limit(() =>
        attemptOnce(message, body, { number, delivery, deps, signal: closing.signal }),
      );
      delivery.attempts.push(attempt);
      if (attempt.status !== undefined && attempt.status < 500) break;
    }
    const status = delivery.attempts.at(-1)?.status ?? 0;
    delivery.outcome = status >= 200 && status < 300 ? 'delivered' : 'failed';
  };

  return { send, close: () => closing.abort() };
}

interface Attempt {
  readonly number: number;
  readonly delivery: HookDelivery;
  readonly deps: Deps;
  readonly signal: AbortSignal;
}

async function attemptOnce(
  message: HookMessage,
  body: Buffer<ArrayBuffer>,
  { number, delivery, deps, signal }: Attempt,
): Promise<HookAttempt> {
  const timeout = AbortSignal.timeout(deps.options.timeout ?? 10_000);
  const started = deps.now();
  const ended = (result: Pick<HookAttempt, 'status' | 'error'>): HookAttempt => {
    const attempt = { number, ...result, ms: deps.now() - started };
    deps.logger.debug('A hook was sent', {
      event: message.event,
      url: withoutQuery(message.url),
      ...attempt,
    });
    return attempt;
  };
  try {
    const response = await deps.fetch(message.url, {
      method: 'POST',
      headers: await headersOf(message, body, delivery.requestUuid, number),
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    // The connection is free again once the answer was read or given up.
    await response.body?.cancel();
    return ended({ status: response.status });
  } catch {
    if (signal.aborted) return ended({ error: 'closed' });
    return ended({ error: timeout.aborted ? 'timeout' : 'network' });
  }
}

async function headersOf(
  { event, hookUuid, secret, headers }: HookMessage,
  body: Buffer,
  requestUuid: string,
  attempt: number,
): Promise<Record<string, string>> {
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Bitbucket-Webhooks/2.0',
    'X-Event-Key': event,
    'X-Hook-UUID': hookUuid.replace(/[{}]/g, ''),
    'X-Request-UUID': requestUuid,
    'X-Attempt-Number': String(attempt),
    ...(secret === undefined ? {} : { 'X-Hub-Signature': signatureOf(body, secret) }),
    ...(await headers?.()),
  };
}

const signatureOf = (body: Buffer, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

function pause(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    signal.addEventListener('abort', done);
  });
}
