/** Comments on commits and pull requests of Bitbucket Data Center. */

import { anyObject, maybe, maybeMoment, maybeNumber, maybeText, number, object, text } from './part.ts';
import { type ServerUser, serverUser } from './server-common.ts';

export interface ServerComment {
  id: number;
  version?: number | null | undefined;
  text: string;
  author?: ServerUser | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  createdDate?: number | string | null | undefined;
  /** Milliseconds since 1970; ISO 8601 since 10.0. */
  updatedDate?: number | string | null | undefined;
  /** `NORMAL`, or `BLOCKER` for a task. Since 7. */
  severity?: string | null | undefined;
  /** `OPEN`, `PENDING`, `RESOLVED`. Since 7. */
  state?: string | null | undefined;
  /** Its place in a diff (`path`, `line`, `lineType`, `fileType`), where the server tells it. */
  anchor?: { [field: string]: unknown } | null | undefined;
  [field: string]: unknown;
}

export const serverComment = () =>
  object<ServerComment>({
    id: number,
    version: maybeNumber,
    text,
    author: maybe(serverUser()),
    createdDate: maybeMoment,
    updatedDate: maybeMoment,
    severity: maybeText,
    state: maybeText,
    anchor: maybe(anyObject),
  });
