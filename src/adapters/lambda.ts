/** The public door `bitbucket-sdk/lambda`: a receiver or a fetch-style handler behind API Gateway or a function URL. */

import { WebhookError } from '../errors/webhook-error.ts';
import { type InboundAnswer, type InboundRoute, refusalAnswer } from '../http/inbound.ts';
import { isWebhookError } from '../webhooks/refusal.ts';
import { type LambdaEvent, type ReadEvent, readEvent } from './lambda-event.ts';
import {
  checkNodeOptions,
  type NodeHandlerOptions,
  type NodeSettings,
  type NodeTarget,
} from './node-target.ts';

export type { LambdaEvent } from './lambda-event.ts';
export type { BytesTarget, NodeHandlerOptions, NodeTarget } from './node-target.ts';

/** What a Lambda function gives back; both payload formats take it. */
export interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Cookies for payload format 2.0. */
  readonly cookies?: readonly string[];
  /** Cookies for payload format 1.0. */
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

export type LambdaHandler = (event: LambdaEvent) => Promise<LambdaResult>;

/**
 * A handler for Lambda function URLs and API Gateway (payload formats 2.0 and 1.0). Bodies in base64 are decoded as
 * bytes; API Gateway hands others over as text, which is whole for JSON. A receiver is given the path parameters as its
 * route. Lambda takes no body over 6 MB.
 *
 * Lambda freezes the process once it has answered: do the work in listeners, not after them.
 *
 * @throws ConfigError `invalid_option` for a target that is neither a receiver nor a function, and for wrong options
 * @example export const handler = createLambdaHandler(receiver)
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function createLambdaHandler(
  target: NodeTarget,
  options: NodeHandlerOptions<LambdaEvent> = {},
): LambdaHandler {
  const settings = checkNodeOptions('createLambdaHandler', target, options);
  return async (event) => {
    try {
      return await serve(settings, event);
    } catch (thrown) {
      const error = isWebhookError(thrown)
        ? thrown
        : new WebhookError('receiver_failed', 500, 'the handler failed', { cause: thrown });
      settings.logger.error(`Request refused: ${error.reason}`, { code: error.code, status: error.status });
      return toResult(refusalAnswer(error));
    }
  };
}

async function serve(settings: NodeSettings<LambdaEvent>, event: LambdaEvent): Promise<LambdaResult> {
  const { target, origin } = settings;
  const read = readEvent(event, settings.bodyLimit);
  const route: InboundRoute = settings.route === undefined ? read.parameters : settings.route(event);
  const { method, headers, body, remoteAddress } = read;
  if (typeof target !== 'function') {
    return toResult(await target.receive({ method, headers, body, remoteAddress, route }));
  }
  return fromResponse(await target(toRequest(read, origin), { remoteAddress, route }));
}

function toRequest({ method, headers, body, path, host }: ReadEvent, origin = `https://${host}`): Request {
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.byteLength > 0;
  try {
    return new Request(origin + path, { method, headers, body: hasBody ? body : null });
  } catch (cause) {
    throw new WebhookError('request_invalid', 400, 'it cannot be made a fetch request', { cause });
  }
}

const toResult = ({ status, headers, body }: InboundAnswer): LambdaResult => ({
  statusCode: status,
  headers,
  body,
  isBase64Encoded: false,
});

/** In base64, so that any bytes come through. */
async function fromResponse(response: Response): Promise<LambdaResult> {
  const cookies = response.headers.getSetCookie();
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
  return {
    statusCode: response.status,
    headers,
    ...(cookies.length === 0 ? {} : { cookies, multiValueHeaders: { 'set-cookie': cookies } }),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
}
