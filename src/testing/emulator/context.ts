/** What the rooms of the emulator share. */
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { FetchLike } from '../../shared/types.ts';
import type { Comment } from './cloud/comments/comment.ts';
import type { BuildStatus } from './cloud/commit-reports/build-status.ts';
import type { IssueBook } from './cloud/issues/issue.ts';
import type { OAuth2Book } from './cloud/oauth2/book.ts';
import type { PullRequestBook } from './cloud/pull-requests/pull-request.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { GitProcesses } from './git/processes.ts';
import type { HookDispatcher } from './hook-delivery.ts';
import type { Random } from './identifiers.ts';
import type { NonceBook } from './oauth1-message.ts';
import type { BitbucketEmulatorOptions } from './options.ts';
import type { Origins } from './origins.ts';
import type { PerRepository } from './per-repository.ts';
import type { Push } from './push.ts';
import type { World } from './world.ts';

export interface EmulatorContext {
  readonly options: BitbucketEmulatorOptions;
  readonly world: World;
  readonly pullRequests: PullRequestBook;
  readonly issues: IssueBook;
  readonly oauth2: OAuth2Book;
  /** By commit. */
  readonly statuses: PerRepository<Map<string, BuildStatus[]>>;
  /** By commit. */
  readonly commitComments: PerRepository<Map<string, Comment[]>>;
  readonly git: GitProcesses;
  /** The folder that the bare repositories are in. */
  readonly repositoriesFolder: string;
  /** A folder for files that live as long as one request. */
  readonly scratchFolder: string;
  readonly hooks: HookDispatcher;
  /** What was sent to hooks, of both products. */
  readonly deliveries: DeliveryLog;
  /** Those who want to know of changed branches and tags beside the hooks of Cloud. */
  readonly refFollowers: ((push: Push) => Promise<void>)[];
  /** What OAuth 1.0a has used up on Cloud. */
  readonly oauth1Nonces: NonceBook;
  readonly now: Clock;
  readonly fetch: FetchLike;
  readonly random: Random;
  readonly logger: Logger;
  /** Comments are counted over all repositories. */
  nextCommentId(): number;
  /** Where clients reach the emulator when no request tells. */
  defaultOrigins(): Origins;
  /** Keeps track of work that goes on after an answer, for `settled()`. */
  background(work: Promise<void>): void;
}
