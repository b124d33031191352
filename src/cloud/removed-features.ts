/** What Bitbucket Cloud has removed: where, when, and what to use instead. */
import type { FeatureRemoval } from '../errors/api-error.ts';

interface RemovedFeature extends FeatureRemoval {
  readonly paths: RegExp;
}

/** A client may call through a proxy, with a path of its own before the API's. */
const root = '^(/.+?)?/2\\.0';
const repository = `${root}/repositories/[^/]+/[^/]+`;

const removedFeatures: readonly RemovedFeature[] = [
  {
    paths: new RegExp(`${repository}/(issues|components|milestones|versions|wiki)(/|$)`),
    removedOn: '2026-08-20',
    replacement: 'Use another issue tracker, such as Jira; Bitbucket Cloud has none any more',
  },
  {
    paths: new RegExp(
      `${root}/(repositories|workspaces|snippets|user/permissions/(repositories|workspaces))/?$`,
    ),
    removedOn: '2026-04-14',
    replacement: 'List workspaces with GET /user/workspaces, then ask within each',
    change: 'CHANGE-2770',
  },
];

/** What is known of the removal of the path's feature; `undefined` for a path that was not removed. */
export function findRemoval(path: string): FeatureRemoval | undefined {
  return removedFeatures.find(({ paths }) => paths.test(path));
}
