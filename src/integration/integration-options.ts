/** What an integration is made with, and the small shapes that it gives and takes. */
import type { Repository } from '../cloud/types.ts';
import type { ClientOptions } from '../http/client-options.ts';
import type { CloudAuthorizerOptions } from './cloud/authorizer.ts';
import type { IntegrationRecord } from './integrations.ts';
import type { IssueTracker } from './issue-tracker.ts';
import type { LinkedRepository } from './repositories.ts';
import type { SourceCache } from './sources.ts';

/** A repository to choose from. */
export interface RepositoryChoice {
  /** What `getRepositoryData` takes: `workspace/slug`. */
  readonly identifier: string;
  readonly name: string;
  /** The UUID, in braces. */
  readonly externalId: string;
  readonly defaultBranch: string | undefined;
}

export interface BitbucketIntegrationOptions extends CloudAuthorizerOptions {
  readonly record: IntegrationRecord;
  /** For the client: where the API answers, a fetch, limits. */
  readonly client?: Omit<ClientOptions, 'auth'> | undefined;
  /** Where issues are kept. Default: Bitbucket's own tracker, which it removed on 2026-08-20. */
  readonly issueTracker?: IssueTracker | undefined;
  /** Where the search endpoint answers, for the fields of the issue forms. */
  readonly searchUrl?: string | undefined;
  /** What was asked about files. Default: a memory of its own. */
  readonly sourceCache?: SourceCache | undefined;
}

/** A linked repository, or as much of one as names it. */
export type RepositoryName = Pick<LinkedRepository, 'externalId' | 'name'> & Partial<LinkedRepository>;

export function toChoice({ full_name, name, uuid, mainbranch }: Repository): RepositoryChoice {
  return { identifier: full_name, name, externalId: uuid, defaultBranch: mainbranch?.name };
}
