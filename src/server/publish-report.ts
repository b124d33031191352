/** Publishes a code insights report with its annotations, in as many calls as they take. */
import { type BatchProgress, batchesOf } from '../http/batches.ts';
import { orMissing } from '../http/files.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type {
  RestInsightReport,
  RestSetInsightReportRequest,
  RestSingleAddInsightAnnotationRequest,
  ServerRoutes,
} from './operations.ts';
import { splitRepo } from './repo.ts';

export type ReportInput = Omit<RestSetInsightReportRequest, 'data'> &
  Partial<Pick<RestSetInsightReportRequest, 'data'>>;
export type AnnotationInput = RestSingleAddInsightAnnotationRequest;

export interface PublishReportOptions extends CallSignal {
  /** `PROJECT/slug` */
  readonly repo: string;
  /** The commit's full hash. */
  readonly commit: string;
  /** The report's name among those of the commit, as in `com.example.my-system`. */
  readonly key: string;
  readonly report: ReportInput;
  /** A server takes 1,000 for a report unless it is set otherwise, and refuses the hundred that would go past it. */
  readonly annotations?: readonly AnnotationInput[] | undefined;
  /** Called after each hundred annotations. */
  readonly onProgress?: ((progress: BatchProgress) => void) | undefined;
}

const annotationsAtOnce = 100;
const route =
  '/insights/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/reports/{key}';

/**
 * Puts the report in the place of an older one with the same key, then sends its annotations a hundred at a time. The
 * older report is deleted first: a server keeps its annotations, and each that is sent again would be there twice.
 *
 * @throws ApiError · TransportError · ConfigError
 * @see https://developer.atlassian.com/server/bitbucket/rest/
 */
export async function publishReport(
  client: RestClient<ServerRoutes>,
  { repo, commit, key, report, annotations = [], onProgress, signal }: PublishReportOptions,
): Promise<RestInsightReport> {
  const path = { ...splitRepo(repo), commitId: commit, key };
  await orMissing(client.request(`DELETE ${route}`, { path, signal }));
  const body = { ...report, data: report.data ?? [] };
  const published = await client.request(`PUT ${route}`, { path, body, signal });
  let done = 0;
  for (const batch of batchesOf(annotations, annotationsAtOnce)) {
    await client.request(`POST ${route}/annotations`, { path, body: { annotations: batch }, signal });
    done += batch.length;
    onProgress?.({ done, total: annotations.length });
  }
  return published;
}
