/** `/addon`: an app updates or removes its own installation. */
import { isRecord } from '../../../shared/types.ts';
import { fetchDescriptor, tellUninstalled } from '../connect.ts';
import type { EmulatorContext } from '../context.ts';
import { InstallError, parseDescriptor } from '../descriptor.ts';
import type { AppDescriptor, Installation } from '../world.ts';
import { type Call, jsonBody, type Route } from './call.ts';
import { RestError, unauthorized } from './errors.ts';

export function addonRoutes(context: EmulatorContext): Route[] {
  return [
    {
      method: 'PUT',
      pattern: '/addon',
      handler: async (call) => {
        const installation = installationOf(call);
        const body = await jsonBody(call);
        const url =
          typeof body['descriptor_url'] === 'string' ? body['descriptor_url'] : installation.descriptorUrl;
        const descriptor = await readDescriptor(body, url, context);
        checkUpdate(installation.descriptor, descriptor);
        installation.descriptor = descriptor;
        installation.descriptorUrl = url;
        return new Response(null, { status: 204 });
      },
    },
    {
      method: 'DELETE',
      pattern: '/addon',
      handler: (call) => {
        const installation = installationOf(call);
        installation.active = false;
        context.background(tellUninstalled(installation, { context, origins: call.origins }));
        return new Response(null, { status: 204 });
      },
    },
  ];
}

function installationOf({ principal }: Call): Installation {
  if (principal.installation === undefined) throw unauthorized();
  return principal.installation;
}

async function readDescriptor(
  body: Readonly<Record<string, unknown>>,
  url: string,
  context: EmulatorContext,
): Promise<AppDescriptor> {
  try {
    return isRecord(body['descriptor'])
      ? parseDescriptor(body['descriptor'])
      : await fetchDescriptor(url, context);
  } catch (error) {
    if (error instanceof InstallError) throw new RestError(400, error.message);
    throw error;
  }
}

/** An update may not change which app it is, nor widen its scopes or give up all of them. */
function checkUpdate(before: AppDescriptor, after: AppDescriptor): void {
  if (after.key !== before.key) throw new RestError(400, 'The key of an app cannot be changed');
  if (before.scopes === undefined) return;
  const wider = after.scopes === undefined || after.scopes.some((scope) => !before.scopes?.includes(scope));
  if (wider) throw new RestError(400, 'The scopes of an app cannot be increased by an update');
  if (after.scopes?.length === 0 && before.scopes.length > 0)
    throw new RestError(400, 'The scopes of an app cannot be reduced to none');
}
