/** Where a receiver's secret comes from: given once, or looked up for the route of each delivery. */
import type { KeyObject } from 'node:crypto';
import { ConfigError } from '../errors/config-error.ts';
import type { InboundRoute } from '../http/inbound.ts';
import type { MaybePromise } from '../shared/types.ts';
import { isWebhookError, Refusal, refusalOf } from './refusal.ts';
import { secretKeys, type WebhookSecret } from './signature.ts';

/** A delivery that nothing has been proven of. */
export interface UnprovenDelivery {
  /** The bytes as they came, within the limit. Anybody may have sent them: read no more than what finds the secret. */
  readonly body: Uint8Array;
}

/**
 * Gives the secret of the installation that the route names, or of the repository that the body names where each has its
 * own; `undefined` where there is no such installation (404). Throwing a `WebhookError` chooses the answer.
 */
export type FindSecret = (
  route: InboundRoute,
  delivery: UnprovenDelivery,
) => MaybePromise<WebhookSecret | undefined>;

/**
 * Stands in the place of keys where a hook has no secret: the sender's address, which was checked before, is all the
 * proof there is. No option of a receiver leads here; the endpoint of the older plugin does, whose hooks are so.
 */
export const addressAlone: unique symbol = Symbol('the address alone');

/** What a delivery is to be proven with. */
export type Proof = readonly KeyObject[] | typeof addressAlone;

/** The keys at once where they are given, a promise where they are looked up. The promise never rejects. */
export type SecretSource = (route: InboundRoute, delivery: UnprovenDelivery) => MaybePromise<Proof | Refusal>;

/** @throws ConfigError `invalid_option` when there is no secret, or an empty one */
export function createSecretSource(secret: WebhookSecret | FindSecret | undefined): SecretSource {
  if (typeof secret === 'function') {
    return async (route, delivery) => {
      const found = await lookUp(() => secret(route, delivery));
      if (found === undefined) return unknownTarget();
      return found instanceof Refusal ? found : toKeys(found);
    };
  }
  if (secret === undefined || secret === null) {
    throw new ConfigError(
      'secret',
      'there is none, and without it anybody could send deliveries',
      'Pass the secret that the hook was created with, a list of secrets, or a function of the route',
    );
  }
  const keys = secretKeys(secret);
  return () => keys;
}

/**
 * For hooks that may have none: where `find` gives `undefined`, {@link addressAlone} has to do. An empty secret is no
 * such word: it is refused.
 */
export function createSecretOrAddressSource(find: FindSecret): SecretSource {
  return async (route, delivery) => {
    const found = await lookUp(() => find(route, delivery));
    if (found === undefined) return addressAlone;
    return found instanceof Refusal ? found : toKeys(found);
  };
}

async function lookUp(
  find: () => MaybePromise<WebhookSecret | undefined>,
): Promise<WebhookSecret | undefined | Refusal> {
  try {
    return await find();
  } catch (cause) {
    if (isWebhookError(cause)) return refusalOf(cause);
    return new Refusal('secret_unavailable', 503, "the host's function for the secret failed", cause);
  }
}

const unknownTarget = () =>
  new Refusal('unknown_target', 404, 'there is no secret for the route: the installation is unknown');

function toKeys(secret: WebhookSecret): readonly KeyObject[] | Refusal {
  try {
    return secretKeys(secret);
  } catch (cause) {
    return new Refusal(
      'secret_empty',
      401,
      "the host's function gave a secret that is empty or not text",
      cause,
    );
  }
}
