/** Installs and uninstalls Connect apps as Bitbucket does: descriptor, client key, shared secret, lifecycle calls. */
import { ConfigError } from '../../errors/config-error.ts';
import { teamShape, userShape } from './cloud/shapes.ts';
import type { EmulatorContext } from './context.ts';
import { InstallError, parseDescriptor } from './descriptor.ts';
import { appToken } from './hook-events.ts';
import { randomUuid } from './identifiers.ts';
import type { Origins } from './origins.ts';
import { type AppDescriptor, findWorkspace, type Installation, type User, type Workspace } from './world.ts';

export interface InstallInput {
  readonly descriptorUrl: string;
  /** Slug or UUID. */
  readonly workspace: string;
  /** Gives a second install another secret; the app is told by a call that is signed with the one before. */
  readonly rotateSecret?: boolean | undefined;
}

/** What an app knows of its installation. */
export interface InstallResult {
  readonly clientKey: string;
  readonly sharedSecret: string;
  /** True when the app was in the workspace before, even if it was uninstalled since. */
  readonly reinstalled: boolean;
}

/** Milliseconds that an app has for a lifecycle call or its descriptor. */
const appTimeout = 10_000;

/** @throws InstallError when the app cannot be installed; nothing has changed then */
export async function install(
  { descriptorUrl, workspace: id, rotateSecret = false }: InstallInput,
  context: EmulatorContext,
  origins: Origins,
): Promise<InstallResult & { readonly installation: Installation }> {
  const workspace = findWorkspace(context.world, id);
  if (workspace === undefined) throw new InstallError(`There is no workspace ${JSON.stringify(id)}`);
  const user = installer(context, workspace);
  const descriptor = await fetchDescriptor(descriptorUrl, context);
  const before = [...context.world.installations.values()].find(
    (one) => one.workspace === workspace && one.descriptor.key === descriptor.key,
  );
  if (before === undefined) {
    const installation = await installNew({ descriptor, descriptorUrl, workspace, user }, context, origins);
    return { ...resultOf(installation), reinstalled: false, installation };
  }
  await installAgain(before, { descriptor, descriptorUrl, rotateSecret }, { context, origins });
  return { ...resultOf(before), reinstalled: true, installation: before };
}

const resultOf = ({ clientKey, sharedSecret }: Installation) => ({ clientKey, sharedSecret });

function installer({ world }: EmulatorContext, { slug }: Workspace): User {
  const admin = world.users.find(({ roles }) => roles === undefined || roles[slug] === 'admin');
  if (admin === undefined)
    throw new InstallError(`Nobody is admin of ${slug}, so nobody can install an app there`);
  return admin;
}

type NewInstallation = Pick<Installation, 'descriptor' | 'descriptorUrl' | 'workspace' | 'user'>;

async function installNew(
  input: NewInstallation,
  context: EmulatorContext,
  origins: Origins,
): Promise<Installation> {
  const clientKey = `connect:${randomUuid(context.random)}`;
  const sharedSecret = newSecret(context);
  const installation: Installation = {
    ...input,
    clientKey,
    sharedSecret,
    offeredSecret: sharedSecret,
    active: false,
  };
  const { installations } = context.world;
  // The app may prove the secret by a call before it answers.
  installations.set(clientKey, installation);
  try {
    await callInstalled(installation, { secret: sharedSecret, signed: false }, { context, origins });
  } catch (error) {
    installations.delete(clientKey);
    throw error;
  }
  installation.offeredSecret = undefined;
  installation.active = true;
  return installation;
}

interface Surroundings {
  readonly context: EmulatorContext;
  readonly origins: Origins;
}

async function installAgain(
  installation: Installation,
  {
    descriptor,
    descriptorUrl,
    rotateSecret,
  }: { descriptor: AppDescriptor; descriptorUrl: string; rotateSecret: boolean },
  surroundings: Surroundings,
): Promise<void> {
  const secret =
    rotateSecret || !installation.active ? newSecret(surroundings.context) : installation.sharedSecret;
  const before = installation.descriptor;
  installation.offeredSecret = secret;
  installation.descriptor = descriptor;
  try {
    await callInstalled(installation, { secret, signed: true }, surroundings);
  } catch (error) {
    installation.descriptor = before;
    throw error;
  } finally {
    installation.offeredSecret = undefined;
  }
  installation.sharedSecret = secret;
  installation.descriptorUrl = descriptorUrl;
  installation.active = true;
}

const newSecret = ({ random }: EmulatorContext): string => Buffer.from(random(32)).toString('base64url');

async function callInstalled(
  installation: Installation,
  { secret, signed }: { secret: string; signed: boolean },
  surroundings: Surroundings,
): Promise<void> {
  const { installed } = installation.descriptor;
  if (installed === undefined) return;
  const body = lifecycleBody(installation, 'installed', surroundings.origins);
  const status = await callApp(installation, installed, {
    body: { ...body, sharedSecret: secret },
    signed,
    ...surroundings,
  });
  if (status < 200 || status >= 300)
    throw new InstallError(`The app answered the installed call with ${status || 'nothing'}`);
}

/** Ends an installation and tells the app. @throws ConfigError for a client key that is not installed */
export async function uninstall(
  clientKey: string,
  context: EmulatorContext,
  origins: Origins,
): Promise<void> {
  const installation = context.world.installations.get(clientKey);
  if (installation === undefined || !installation.active) {
    throw new ConfigError('clientKey', 'no installation has it', 'Pass a clientKey that install() gave');
  }
  // The secret holds no more when the app hears of it.
  installation.active = false;
  await tellUninstalled(installation, { context, origins });
}

export async function tellUninstalled(installation: Installation, surroundings: Surroundings): Promise<void> {
  const { uninstalled } = installation.descriptor;
  if (uninstalled === undefined) return;
  const body = lifecycleBody(installation, 'uninstalled', surroundings.origins);
  const status = await callApp(installation, uninstalled, { body, signed: true, ...surroundings });
  surroundings.context.logger.info('An app was told of its uninstall', {
    app: installation.descriptor.key,
    status,
  });
}

/** @see https://developer.atlassian.com/cloud/bitbucket/app-descriptor/#lifecycle */
function lifecycleBody(
  { clientKey, descriptor, workspace, user }: Installation,
  eventType: string,
  origins: Origins,
) {
  return {
    key: descriptor.key,
    eventType,
    productType: 'bitbucket',
    clientKey,
    publicKey: '',
    baseUrl: origins.web,
    baseApiUrl: origins.api,
    principal: teamShape(workspace, origins),
    user: userShape(user, origins),
    consumer: {
      id: 1,
      name: descriptor.name,
      key: clientKey,
      description: '',
      url: descriptor.baseUrl,
      links: { self: { href: `${origins.api}/2.0/addon` } },
    },
  };
}

interface AppCall extends Surroundings {
  readonly body: unknown;
  readonly signed: boolean;
}

/** The app's status, or 0 when it gave none. */
async function callApp(
  installation: Installation,
  path: string,
  { body, signed, context }: AppCall,
): Promise<number> {
  const url = installation.descriptor.baseUrl + path;
  const token = signed
    ? await appToken(installation, { method: 'POST', url, context }, { aud: installation.descriptor.key })
    : undefined;
  try {
    const response = await context.fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(appTimeout),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

export async function fetchDescriptor(url: string, { fetch }: EmulatorContext): Promise<AppDescriptor> {
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new InstallError('The descriptor address is not a URL');
  let value: unknown;
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(appTimeout),
    });
    if (response.status !== 200)
      throw new InstallError(`The descriptor was answered with ${response.status}`);
    value = await response.json();
  } catch (error) {
    if (error instanceof InstallError) throw error;
    throw new InstallError('The descriptor could not be read');
  }
  return parseDescriptor(value);
}
