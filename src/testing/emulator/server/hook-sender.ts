/** Sends hooks as Bitbucket Server does: once, signed, timed, and not to a receiver that fails again and again. */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../../shared/clock.ts';
import { type Logger, withoutQuery } from '../../../shared/logger.ts';
import type { FetchLike } from '../../../shared/types.ts';
import type { DeliveryLog, HookAttempt, HookDelivery } from '../delivery-log.ts';
import { type Random, randomUuid } from '../identifiers.ts';
import { createBreaker } from './breaker.ts';
import { type HookCredentials, type Invocation, remember, type ServerHook, secretOf } from './hook.ts';

export interface HookSender {
  /** Ends when the attempt has ended; never fails. */
  send(hook: ServerHook, message: { readonly event: string; readonly payload: unknown }): Promise<void>;
  /** `diagnostics:ping`: unsigned, whatever secret the hook has. */
  ping(target: PingTarget): Promise<Invocation>;
  /** Ends what is under way. */
  close(): void;
}

export interface PingTarget {
  readonly url: string;
  readonly sslVerificationRequired: boolean;
  readonly credentials: HookCredentials | undefined;
}

interface Deps {
  readonly fetch: FetchLike;
  /** Sends without a look at the receiver's certificate. */
  readonly fetchUnverified: FetchLike;
  readonly now: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly log: DeliveryLog;
  /** Milliseconds. */
  readonly timeout: number;
  readonly version: string;
}

interface Shipment extends PingTarget {
  readonly event: string;
  readonly body: Buffer<ArrayBuffer>;
  readonly requestId: string;
  readonly signature: string | undefined;
}

/** Deliveries under way; one more is dropped. */
const mostInFlight = 250;

type Writable = { -readonly [K in keyof HookDelivery]: HookDelivery[K] } & { attempts: HookAttempt[] };

export function createHookSender(deps: Deps): HookSender {
  const closing = new AbortController();
  const breaker = createBreaker(deps.now);
  let inFlight = 0;
  let invocations = 0;
  const dispatch = async (shipment: Shipment): Promise<Invocation> => {
    invocations += 1;
    return invoke(shipment, { id: invocations, deps, signal: closing.signal });
  };
  return {
    async send(hook, { event, payload }) {
      const requestId = randomUuid(deps.random);
      const delivery: Writable = {
        hookUuid: String(hook.id),
        event,
        requestUuid: requestId,
        outcome: 'pending',
        attempts: [],
      };
      deps.log.add(delivery);
      if (inFlight >= mostInFlight || !breaker.admits(hook.id)) {
        delivery.outcome = 'skipped';
        return;
      }
      inFlight += 1;
      const body = Buffer.from(JSON.stringify(payload), 'utf8');
      const secret = secretOf(hook);
      const signature =
        secret === undefined
          ? undefined
          : `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const { url, sslVerificationRequired, credentials } = hook;
      const invocation = await dispatch({
        ...{ url, sslVerificationRequired, credentials },
        ...{ event, body, requestId, signature },
      });
      inFlight -= 1;
      breaker.learn(hook.id, invocation.result.outcome === 'SUCCESS');
      remember(hook, invocation);
      delivery.attempts.push(attemptOf(invocation));
      delivery.outcome = invocation.result.outcome === 'SUCCESS' ? 'delivered' : 'failed';
    },
    ping: ({ url, sslVerificationRequired, credentials }) =>
      dispatch({
        ...{ url, sslVerificationRequired, credentials },
        event: 'diagnostics:ping',
        body: Buffer.from('{"test":true}'),
        requestId: randomUuid(deps.random),
        signature: undefined,
      }),
    close: () => closing.abort(),
  };
}

function attemptOf({ start, finish, result: { outcome, description } }: Invocation): HookAttempt {
  const ms = finish - start;
  if (outcome !== 'ERROR') return { number: 1, status: Number(description), ms };
  return { number: 1, error: description as Exclude<HookAttempt['error'], undefined>, ms };
}

interface Trip {
  readonly id: number;
  readonly deps: Deps;
  readonly signal: AbortSignal;
}

async function invoke(shipment: Shipment, { id, deps, signal }: Trip): Promise<Invocation> {
  const { url, event, body } = shipment;
  const timeout = AbortSignal.timeout(deps.timeout);
  const headers = headersOf(shipment, deps.version);
  const start = deps.now();
  const result = await post(shipment, headers, { deps, signal: AbortSignal.any([signal, timeout]) }).catch(
    (): Invocation['result'] => ({
      outcome: 'ERROR',
      description: signal.aborted ? 'closed' : timeout.aborted ? 'timeout' : 'network',
      headers: {},
      body: '',
    }),
  );
  const finish = deps.now();
  const { outcome, description } = result;
  deps.logger.debug('A hook was sent', { event, url: withoutQuery(url), outcome, description });
  const { Authorization: _, ...shown } = headers;
  return {
    id,
    event,
    start,
    finish,
    request: { method: 'POST', url, headers: shown, body: String(body) },
    result,
  };
}

/** Bytes of an answer that are kept. */
const mostOfBody = 4_096;

async function post(
  { url, body, sslVerificationRequired }: Shipment,
  headers: Record<string, string>,
  { deps, signal }: { deps: Deps; signal: AbortSignal },
): Promise<Invocation['result']> {
  const fetch = sslVerificationRequired ? deps.fetch : deps.fetchUnverified;
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  const text = await response.text();
  return {
    outcome: response.status >= 200 && response.status < 300 ? 'SUCCESS' : 'FAILURE',
    description: String(response.status),
    headers: Object.fromEntries(response.headers),
    body: text.slice(0, mostOfBody),
  };
}

function headersOf({ event, requestId, signature, credentials }: Shipment, version: string) {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': `Atlassian HttpClient/4.1.1 / Bitbucket-${version}.0 / Default`,
    'X-Event-Key': event,
    'X-Request-Id': requestId,
  };
  if (signature !== undefined) headers['X-Hub-Signature'] = signature;
  if (credentials !== undefined) {
    const { username, password } = credentials;
    headers['Authorization'] = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }
  return headers;
}
