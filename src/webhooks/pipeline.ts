/** The way of one delivery through a receiver: from bytes to the listeners, and to what the sender is answered. */
import {
  type InboundAnswer,
  type InboundRequest,
  type InboundRoute,
  jsonAnswer,
  refusalAnswer,
} from '../http/inbound.ts';
import { sha256Hex } from '../shared/bytes.ts';
import { Attempt, tooLate } from './attempt.ts';
import { type RawDeliveryHeaders, readDeliveryHeaders } from './delivery-headers.ts';
import { checkBeforeSecret } from './gate.ts';
import type { Listeners } from './listeners.ts';
import { toDelivery } from './parse-delivery.ts';
import { createPayloadJudge } from './payloads/payload-judge.ts';
import type { ReceiverSettings } from './receiver-options.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { createReport } from './report.ts';
import { addressAlone, type Proof } from './secrets.ts';
import { checkSignature } from './signature.ts';
import { createWork, type Outcome } from './work.ts';

export interface Pipeline {
  /** Never rejects. */
  receive(request: InboundRequest): Promise<InboundAnswer>;
  /** Reports a refusal that was found before `receive`, and gives its answer. */
  refuse(refusal: Refusal, raw?: RawDeliveryHeaders): InboundAnswer;
  close(): Promise<void>;
}

/** `unheard`: genuine, and nobody listens. */
type End = Outcome | 'unheard';

interface Candidate {
  readonly raw: RawDeliveryHeaders;
  readonly body: Uint8Array;
  readonly route: InboundRoute;
  readonly attempt: Attempt;
}

/**
 * In seconds, with every 503. Cloud has its own plan (two more tries, some minutes apart), and Server tries no second
 * time: it is for what stands between, such as a queue or a gateway.
 */
const retryAfter = '10';

const nowhere: InboundRoute = Object.freeze({});

export function createPipeline(settings: ReceiverSettings, listeners: Listeners): Pipeline {
  const { product, findKeys, deadline } = settings;
  const judge = createPayloadJudge(product);
  const work = createWork(settings);
  const report = createReport(settings);
  const activity = createActivity();
  const done = jsonAnswer(200, { status: 'ok' });
  const unheard: InboundAnswer = { status: 204, headers: {}, body: '' };

  return { receive, refuse, close: activity.close };

  async function receive(request: InboundRequest): Promise<InboundAnswer> {
    let raw: RawDeliveryHeaders | undefined;
    try {
      if (activity.closing) return refuse(closed());
      raw = readDeliveryHeaders(request.headers);
      const refusal = checkBeforeSecret(request, raw, settings);
      if (refusal !== undefined) return refuse(refusal, raw);
      // Server signs its test with nothing, so it must not reach anyone.
      if (product === 'server' && raw.eventKey === 'diagnostics:ping') return done;
      const end = proceed({
        raw,
        body: request.body,
        route: request.route ?? nowhere,
        attempt: new Attempt(),
      });
      return answer(end instanceof Promise ? await end : end, raw);
    } catch (thrown) {
      return refuse(refusalOf(thrown), raw);
    }
  }

  /** Without waiting as long as nothing must be waited for: a forged delivery ends in here. */
  function proceed(candidate: Candidate): End | Promise<End> {
    const keys = findKeys(candidate.route, candidate);
    const end =
      keys instanceof Promise
        ? keys.then((found) => prove(candidate, found)).catch(refusalOf)
        : prove(candidate, keys);
    if (!(end instanceof Promise)) return end;
    activity.begin();
    return candidate.attempt.within(deadline, end, activity.end);
  }

  function prove(candidate: Candidate, keys: Proof | Refusal): End | Promise<End> {
    if (keys instanceof Refusal) return keys;
    const { raw, body, route, attempt } = candidate;
    if (attempt.passed) return tooLate();
    const digest = keys === addressAlone ? digestUnsigned(body) : checkSignature(body, raw.signature, keys);
    if (digest instanceof Refusal) return digest;
    const delivery = toDelivery({ product, raw, body, judge });
    if (delivery instanceof Refusal) return delivery;
    const heard = listeners.of(delivery.eventKey);
    if (heard.length === 0) return 'unheard';
    const { deliveryId, hookId = '' } = delivery;
    const identity = { scope: scopeOf(route), hookId, deliveryId, digest };
    return work({ identity, listeners: heard, delivery: { ...delivery, route }, attempt });
  }

  /** Without a signature, only what the address has proven is let in; that it was looked at is made sure of here. */
  function digestUnsigned(body: Uint8Array): string | Refusal {
    if (settings.ipRanges !== undefined) return sha256Hex(body);
    return new Refusal('address_refused', 401, 'nothing is signed, and no address was checked');
  }

  function answer(end: End, raw: RawDeliveryHeaders): InboundAnswer {
    if (end instanceof Refusal) return refuse(end, raw);
    return end === 'unheard' ? unheard : done;
  }

  function refuse(refusal: Refusal, raw?: RawDeliveryHeaders): InboundAnswer {
    report(refusal, raw);
    const answer = refusalAnswer(refusal);
    if (refusal.status !== 503) return answer;
    return { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } };
  }
}

/** Keeps count of the work, so that closing can wait for it. */
function createActivity() {
  let closing = false;
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    get closing() {
      return closing;
    },
    begin(): void {
      running++;
    },
    end(): void {
      running--;
      if (running === 0) for (const resolve of waiting.splice(0)) resolve();
    },
    close(): Promise<void> {
      closing = true;
      return running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/** The values of the route, so that no two tenants ever share what is remembered. */
function scopeOf(route: InboundRoute): string {
  const names = Object.keys(route);
  return names.length === 0 ? '' : JSON.stringify(names.sort().map((name) => route[name]));
}

const closed = () => new Refusal('closing', 503, 'the receiver is closing');
