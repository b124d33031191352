/** What every way of a set-up without Connect shares: reading its form, binding its pages, and its end. */
import { clearedCookie } from '../../http/browser-binding.ts';
import type { HostUser } from '../../http/host-authorization.ts';
import { readBody } from '../../http/inbound.ts';
import type { WorkspaceGrant } from '../cloud-credentials.ts';
import { fromHost } from '../setup/refusal.ts';
import { seeOther } from '../setup/visit.ts';
import type { Setup } from './setup-options.ts';
import { setupDonePage } from './setup-pages.ts';

/** Somebody whom the host lets set the organization up. */
export interface Visit {
  readonly request: Request;
  readonly organizationId: string;
  readonly user: HostUser;
}

/** Bytes of a posted form: a token of 10,000 characters, each encoded, and the rest. */
const formLimit = 64 * 1024;

export const readForm = async (request: Request): Promise<URLSearchParams> =>
  new URLSearchParams(Buffer.from(await readBody(request, formLimit)).toString());

export const organizationNameOf = async (organizationId: string, setup: Setup): Promise<string> =>
  (await fromHost(() => setup.organizationName?.(organizationId))) ?? organizationId;

/** Keeps the integration, and shows the user that it is done. */
export async function finish(grant: WorkspaceGrant, visit: Visit, setup: Setup): Promise<Response> {
  return sendOn(await keep(grant, visit, setup), grant, visit, setup);
}

type Target = string | URL | undefined;

/** @throws SetupRefusal 503, where the host kept nothing */
export const keep = (
  grant: WorkspaceGrant,
  { request, organizationId }: Visit,
  { complete }: Setup,
): Promise<Target> => fromHost(() => complete({ grant, organizationId, request }));

/** The integration stands by now, whatever fails here. */
export function sendOn(
  target: Target,
  { workspace, credentials, name }: WorkspaceGrant,
  { organizationId }: Visit,
  { form, logger }: Setup,
): Response {
  const credential = credentials.type;
  logger.info('bitbucket cloud set up', { organizationId, workspace: workspace.uuid, credential });
  if (target !== undefined) return seeOther(String(target), clearedCookie(form));
  return setupDonePage(name ?? workspace.name, clearedCookie(form));
}
