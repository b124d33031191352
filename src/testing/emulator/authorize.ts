/** `/site/addons/authorize`: the page that a user's browser is sent to for an install, which here says yes at once. */
import { fetchDescriptor, install } from './connect.ts';
import type { EmulatorContext } from './context.ts';
import { InstallError } from './descriptor.ts';
import { appToken } from './hook-events.ts';
import { originsFor } from './origins.ts';
import type { AppDescriptor, Installation } from './world.ts';

/**
 * Installs the app named by `descriptor_uri` or `addon_key` in `workspace` (default: the first one), then sends the
 * browser to `redirect_uri`, or to the app's post-install page, with `client_key` and a `jwt` bound to that address.
 */
export async function authorizeInstall(request: Request, context: EmulatorContext): Promise<Response> {
  const { searchParams: query } = new URL(request.url);
  const origins = originsFor(request.url, context.options.publicUrl);
  try {
    const descriptorUrl = descriptorAddress(query, context);
    const descriptor = await fetchDescriptor(descriptorUrl, context);
    const target = redirectTarget(query.get('redirect_uri'), descriptor);
    const workspace = query.get('workspace') ?? context.world.workspaces.keys().next().value ?? '';
    try {
      const { installation } = await install({ descriptorUrl, workspace }, context, origins);
      return redirect(
        await withToken(
          target ?? new URL(`${origins.web}/${installation.workspace.slug}/`),
          installation,
          context,
        ),
      );
    } catch (error) {
      if (!(error instanceof InstallError) || target === undefined) throw error;
      target.searchParams.set('error', 'install_failed');
      target.searchParams.set('error_description', error.message);
      return redirect(target);
    }
  } catch (error) {
    if (error instanceof InstallError) return errorPage(error.message);
    throw error;
  }
}

function descriptorAddress(query: URLSearchParams, { options, world }: EmulatorContext): string {
  const address = query.get('descriptor_uri') ?? query.get('descriptor_url');
  if (address !== null) return address;
  const key = query.get('addon_key');
  const installed = [...world.installations.values()].find(({ descriptor }) => descriptor.key === key);
  const known = options.apps?.find((app) => app.key === key)?.descriptorUrl ?? installed?.descriptorUrl;
  if (known === undefined) throw new InstallError('No app with this key is known; name its descriptor_uri');
  return known;
}

/** Only the app's own addresses: the redirect carries a token. */
function redirectTarget(
  redirectUri: string | null,
  { baseUrl, postInstall }: AppDescriptor,
): URL | undefined {
  if (redirectUri === null) return postInstall === undefined ? undefined : new URL(baseUrl + postInstall);
  const base = new URL(baseUrl);
  const target = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  const path = base.pathname.replace(/\/+$/, '');
  const inside = target?.pathname === path || target?.pathname.startsWith(`${path}/`);
  if (target === undefined || target.origin !== base.origin || !inside || target.username !== '') {
    throw new InstallError("The redirect_uri does not begin with the app's baseUrl");
  }
  target.hash = '';
  return target;
}

/** The token is over the address without itself, and names the user who installed. */
async function withToken(target: URL, installation: Installation, context: EmulatorContext): Promise<URL> {
  target.searchParams.delete('jwt');
  target.searchParams.set('client_key', installation.clientKey);
  const { accountId } = installation.user;
  const url = target.href;
  target.searchParams.set(
    'jwt',
    await appToken(installation, { method: 'GET', url, context }, { sub: accountId }),
  );
  return target;
}

const redirect = (target: URL): Response =>
  new Response(null, { status: 302, headers: { location: target.href } });

function errorPage(message: string): Response {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return new Response(
    `<!doctype html><title>Bitbucket</title><h1>The app was not installed</h1><p>${text}</p>`,
    {
      status: 400,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  );
}
