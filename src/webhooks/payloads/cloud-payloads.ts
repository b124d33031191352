/** Which payload belongs to which event of Bitbucket Cloud: one line for the compiler, one for the run. */
import type { ZodMiniType } from 'zod/mini';
import type { CloudEventKey } from '../cloud-events.ts';
import {
  type CloudPullRequestFulfilledPayload,
  cloudPullRequestFulfilledSchema,
} from './cloud-pull-request.ts';
import { type CloudPushPayload, cloudPushSchema } from './cloud-push.ts';

/** Payloads by event key. A key of `CLOUD_EVENTS` that is not here has an `UnknownPayload`. */
export interface CloudPayloads {
  'repo:push': CloudPushPayload;
  'pullrequest:fulfilled': CloudPullRequestFulfilledPayload;
}

export const cloudSchemas = {
  'repo:push': cloudPushSchema,
  'pullrequest:fulfilled': cloudPullRequestFulfilledSchema,
} satisfies { [Key in keyof CloudPayloads & CloudEventKey]: () => ZodMiniType<CloudPayloads[Key]> };
