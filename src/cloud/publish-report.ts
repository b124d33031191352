/** Publishes a code insights report with its annotations, in as many calls as they take. */
import { ConfigError } from '../errors/config-error.ts';
import { type BatchProgress, batchesOf } from '../http/batches.ts';
import { orMissing } from '../http/files.ts';
import type { CallSignal } from '../http/list-pages.ts';
import type { RestClient } from '../http/rest-client.ts';
import type { CloudRoutes, Draft, DraftWith, Report, ReportAnnotation } from './operations.ts';
import { splitRepo } from './repo.ts';

/** `external_id` must differ from the others' of the report. */
export type AnnotationInput = DraftWith<ReportAnnotation, 'external_id' | 'summary'>;

export interface PublishReportOptions extends CallSignal {
  /** `workspace/slug` */
  readonly repo: string;
  /** The commit's hash. */
  readonly commit: string;
  /** The report's name among those of the commit, with that of your system before it: `my-system-001`. */
  readonly id: string;
  readonly report: Draft<Report>;
  /** At most 1,000. */
  readonly annotations?: readonly AnnotationInput[] | undefined;
  /** Called after each hundred annotations. */
  readonly onProgress?: ((progress: BatchProgress) => void) | undefined;
}

const annotationsAtOnce = 100;
const mostAnnotations = 1000;
const route = '/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}';

/**
 * Puts the report in the place of an older one with the same id, then sends its annotations a hundred at a time. The
 * older report is deleted first: its annotations would otherwise stay, whether they still hold or not.
 *
 * @throws ConfigError for more than 1,000 annotations, or two with one id, before anything is sent · ApiError ·
 *   TransportError · AuthError
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/
 */
export async function publishReport(
  client: RestClient<CloudRoutes>,
  { repo, commit, id, report, annotations = [], onProgress, signal }: PublishReportOptions,
): Promise<Report> {
  checkAnnotations(annotations);
  const path = { ...splitRepo(repo), commit, reportId: id };
  await orMissing(client.request(`DELETE ${route}`, { path, signal }));
  const published = await client.request(`PUT ${route}`, { path, body: report, signal });
  let done = 0;
  for (const batch of batchesOf(annotations, annotationsAtOnce)) {
    await client.request(`POST ${route}/annotations`, { path, body: batch, signal });
    done += batch.length;
    onProgress?.({ done, total: annotations.length });
  }
  return published;
}

function checkAnnotations(annotations: readonly AnnotationInput[]): void {
  if (annotations.length > mostAnnotations) {
    const fix = 'Pass the 1,000 that matter most';
    throw new ConfigError('annotations', `a report takes ${mostAnnotations}, not ${annotations.length}`, fix);
  }
  if (new Set(annotations.map(({ external_id: id }) => id)).size < annotations.length) {
    throw new ConfigError(
      'annotations',
      'two of them have the same external_id',
      'Give each an id of its own',
    );
  }
}
