/** The options of a webhook receiver, and their check. */
import { checkOptions } from '../errors/check-options.ts';
import type { WebhookError } from '../errors/webhook-error.ts';
import { defaultBodyLimit } from '../http/inbound.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import type { WebhookProduct } from './delivery.ts';
import type { Inbox } from './inbox.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { checkFunction, checkMethods, wholeNumber } from './option-checks.ts';
import { checkProduct } from './parse-delivery.ts';
import { createSecretSource, type FindSecret, type SecretSource } from './secrets.ts';
import type { WebhookSecret } from './signature.ts';

/** Addresses that deliveries may come from. */
export interface AddressCheck {
  /** Is the address, as the socket gives it (`::ffff:192.0.2.1` among others), one of them? */
  contains(address: string): boolean;
}

/** What is told of a refused delivery beside the error. The ids are the sender's word. */
export interface RefusedDelivery {
  readonly eventKey: string | undefined;
  readonly deliveryId: string | undefined;
}

export interface WebhookReceiverOptions<Product extends WebhookProduct> {
  readonly product: Product;
  /**
   * The secret that the hook was created with; a list while one takes another's place; or a function of the route's
   * path parameters (and of the body, of which nothing is proven yet), where each installation has its own. A function
   * gives `undefined` where there is no such installation (404); when it throws, the sender is told to try again (503),
   * unless it throws a `WebhookError`, which chooses the answer.
   */
  readonly secret: WebhookSecret | FindSecret;
  /** Refuses other senders, in addition to the signature. Needs `remoteAddress` with each delivery. */
  readonly ipRanges?: AddressCheck | undefined;
  /**
   * How many proxies of your own stand before this process, each of which adds its peer to `X-Forwarded-For`: the
   * address that `ipRanges` is asked about is the one that the outermost of them saw. Default 0: the socket's. Too high
   * a number lets the sender choose its address. What has too few entries is refused.
   */
  readonly trustedProxies?: number | undefined;
  /** Remembers what was done. Default: {@link createMemoryInbox}, for one process. */
  readonly inbox?: Inbox | undefined;
  /** For how many ms a body that was done is not run again under another delivery id. Default 600,000. */
  readonly replayWindow?: number | undefined;
  /** The longest body, in bytes. Default 1 MiB; Bitbucket Cloud sends none over 256 KB. */
  readonly bodyLimit?: number | undefined;
  /** After how many ms the sender is answered 503 and the listeners' `signal` aborts. Default 8,000: Bitbucket waits 10 s. */
  readonly deadline?: number | undefined;
  /**
   * How many deliveries are worked on at once; more are answered 503 with Retry-After. Default 250. What is refused may
   * be lost: Cloud sends it again only twice, Server never.
   */
  readonly maxInFlight?: number | undefined;
  readonly now?: Clock | undefined;
  /** Told of every refusal and its reason: never of a payload or secret. Default: says nothing. */
  readonly logger?: Logger | undefined;
  /**
   * Called with every refusal as an error, for metrics and error trackers. The `cause` of a `listener_failed` is a
   * ListenerErrors: what the listeners threw (`errors`), and the `event` that they were called with.
   */
  readonly onError?: ((error: WebhookError, delivery: RefusedDelivery) => void) | undefined;
}

/** The options once checked, with their defaults. */
export interface ReceiverSettings {
  readonly product: WebhookProduct;
  readonly findKeys: SecretSource;
  readonly ipRanges: AddressCheck | undefined;
  readonly trustedProxies: number;
  readonly inbox: Inbox;
  readonly replayWindow: number;
  readonly bodyLimit: number;
  readonly deadline: number;
  readonly maxInFlight: number;
  readonly now: Clock;
  readonly logger: Logger;
  readonly onError: ((error: WebhookError, delivery: RefusedDelivery) => void) | undefined;
}

const optionNames = [
  'product',
  'secret',
  'ipRanges',
  'trustedProxies',
  'inbox',
  'replayWindow',
  'bodyLimit',
  'deadline',
  'maxInFlight',
  'now',
  'logger',
  'onError',
] as const satisfies readonly (keyof WebhookReceiverOptions<WebhookProduct>)[];

/** @throws ConfigError `invalid_option`, naming the option and what to pass */
export function checkReceiverOptions(options: WebhookReceiverOptions<WebhookProduct>): ReceiverSettings {
  checkOptions('createWebhookReceiver', options, optionNames);
  const { product, secret, ipRanges, inbox, now, logger, onError } = options;
  checkProduct(product);
  const findKeys = createSecretSource(secret);
  checkMethods('ipRanges', ipRanges, ['contains']);
  checkMethods('inbox', inbox, ['seen', 'record']);
  checkMethods('logger', logger, ['debug', 'info', 'warn', 'error']);
  checkFunction('now', now);
  checkFunction('onError', onError);
  return {
    product,
    findKeys,
    ipRanges,
    trustedProxies: wholeNumber('trustedProxies', options.trustedProxies ?? 0, 0),
    inbox: inbox ?? createMemoryInbox(),
    replayWindow: wholeNumber('replayWindow', options.replayWindow ?? 600_000, 0),
    bodyLimit: wholeNumber('bodyLimit', options.bodyLimit ?? defaultBodyLimit, 1),
    deadline: wholeNumber('deadline', options.deadline ?? 8_000, 1),
    maxInFlight: wholeNumber('maxInFlight', options.maxInFlight ?? 250, 1),
    now: now ?? systemClock,
    logger: logger ?? silentLogger,
    onError,
  };
}
