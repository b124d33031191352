/** The address of the older plugin's webhook, as hooks were made with and requests are told by. */
import { expandPath } from '../../http/path.ts';

/** Below the host's own address. @example pluginWebhookPath('7') // '/plugins/bitbucket/organizations/7/webhook/' */
export const pluginWebhookPath = (organizationId: string): string =>
  expandPath('/plugins/bitbucket/organizations/{organizationId}/webhook/', { organizationId });

/** The organization that the path ends in; `undefined` for another path. */
export function organizationOfPath(pathname: string): string | undefined {
  const segment = /\/plugins\/bitbucket\/organizations\/([^/]+)\/webhook\/?$/.exec(pathname)?.[1];
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
