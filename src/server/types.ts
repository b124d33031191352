/** The shapes of Bitbucket Server's REST API by the names that integrations call them; all others have their own. */
import type {
  Draft,
  RestBlame,
  RestChange,
  RestCommit,
  RestPath,
  RestPerson,
  RestProject,
  RestPullRequest,
  RestRepository,
  RestWebhook,
} from './operations.ts';

export type Repository = RestRepository;
/** `key` is `~user` for a personal one. */
export type Project = RestProject;
/** Times are milliseconds since 1970. */
export type Commit = RestCommit;
/** A user; of an author whom Bitbucket does not know, only what git has: name and address. */
export type Person = RestPerson;
export type PullRequest = RestPullRequest;
/** `srcPath` is where a MOVE or COPY came from. */
export type Change = RestChange;
export type ChangePath = RestPath;
export type Webhook = RestWebhook;
/** A hook's settings as they are sent; `configuration.secret` signs deliveries. */
export type WebhookInput = Draft<Webhook>;
/** Lines one after the other that came with the same commit; `lineNumber` is the first of them, from 1. */
export type BlameSpan = RestBlame;
export type * from './operations.ts';
