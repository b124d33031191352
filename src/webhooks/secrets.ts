/** Where a receiver's secret comes from: given once, or looked up for the route of each delivery. */
import type { KeyObject } from 'node:crypto';
import { ConfigError } from '../errors/config-error.ts';
import type { InboundRoute } from '../http/inbound.ts';
import type { MaybePromise } from '../shared/types.ts';
import { Refusal } from './refusal.ts';
import { secretKeys, type WebhookSecret } from './signature.ts';

/** Gives the secret of the installation that the route names; `undefined` where there is no such installation. */
export type FindSecret = (route: InboundRoute) => MaybePromise<WebhookSecret | undefined>;

/** The keys at once where they are given, a promise where they are looked up. The promise never rejects. */
export type SecretSource = (route: InboundRoute) => MaybePromise<readonly KeyObject[] | Refusal>;

/** @throws ConfigError `invalid_option` when there is no secret, or an empty one */
export function createSecretSource(secret: WebhookSecret | FindSecret | undefined): SecretSource {
  if (typeof secret === 'function') return (route) => lookUp(secret, route);
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

async function lookUp(find: FindSecret, route: InboundRoute): Promise<readonly KeyObject[] | Refusal> {
  let secret: WebhookSecret | undefined;
  try {
    secret = await find(route);
  } catch (cause) {
    return new Refusal('secret_unavailable', 503, "the host's function for the secret failed", cause);
  }
  if (secret === undefined) {
    return new Refusal(
      'unknown_target',
      404,
      'there is no secret for the route: the installation is unknown',
    );
  }
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
