/** Reads a Connect descriptor, and refuses what Bitbucket would refuse. */
import { isRecord } from '../../shared/types.ts';
import type { AppDescriptor } from './world.ts';

/** The descriptor or the app does not do what an install needs. The message may be shown. */
export class InstallError extends Error {}

const knownScopes = [
  ...['account', 'account:write', 'email', 'team', 'team:write', 'issue', 'issue:write', 'wiki', 'snippet'],
  ...['snippet:write', 'project', 'project:write', 'project:admin', 'repository', 'repository:write'],
  ...['repository:admin', 'repository:delete', 'pullrequest', 'pullrequest:write', 'webhook', 'pipeline'],
  ...[
    'pipeline:write',
    'pipeline:variable',
    'runner',
    'runner:write',
    'permission',
    'permission:write',
    'application-properties',
  ],
];

/**
 * @throws InstallError naming the field that is missing or wrong
 * @see https://developer.atlassian.com/cloud/bitbucket/app-descriptor/
 */
export function parseDescriptor(value: unknown): AppDescriptor {
  if (!isRecord(value)) throw new InstallError('The descriptor is not a JSON object');
  const baseUrl = text(value, 'baseUrl').replace(/\/+$/, '');
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) throw new InstallError('The baseUrl is not a URL');
  const authentication = isRecord(value['authentication']) ? String(value['authentication']['type']) : 'jwt';
  if (!['jwt', 'none'].includes(authentication.toLowerCase()))
    throw new InstallError('authentication.type is not jwt');
  const { contexts, lifecycle, modules } = value;
  if (Array.isArray(contexts) && contexts.some((context) => context !== 'account')) {
    throw new InstallError('The only context that an app may have is account');
  }
  const calls = isRecord(lifecycle) ? lifecycle : {};
  return {
    key: text(value, 'key'),
    name: text(value, 'name'),
    baseUrl,
    scopes: readScopes(value['scopes']),
    installed: optionalPath(calls['installed'], baseUrl),
    uninstalled: optionalPath(calls['uninstalled'], baseUrl),
    webhooks: readWebhooks(isRecord(modules) ? modules['webhooks'] : undefined, baseUrl),
    postInstall: readPostInstall(isRecord(modules) ? modules['postInstallRedirect'] : undefined, baseUrl),
  };
}

function text(value: Record<string, unknown>, name: string): string {
  const field = value[name];
  if (typeof field !== 'string' || field === '') throw new InstallError(`The descriptor has no ${name}`);
  return field;
}

/** A path below the base URL, with its slash; a whole address is accepted when it is below. */
function optionalPath(value: unknown, baseUrl: string): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (value.startsWith(`${baseUrl}/`)) return value.slice(baseUrl.length);
  if (/^[a-z]+:/i.test(value))
    throw new InstallError('An address of the descriptor is not below its baseUrl');
  return value.startsWith('/') ? value : `/${value}`;
}

function readScopes(scopes: unknown): string[] | undefined {
  if (scopes === undefined) return undefined;
  const list = Array.isArray(scopes) ? scopes.map(String) : [];
  const unknown = list.find((scope) => !knownScopes.includes(scope));
  if (unknown !== undefined) throw new InstallError(`${JSON.stringify(unknown)} is not a scope`);
  return list;
}

function readWebhooks(webhooks: unknown, baseUrl: string): AppDescriptor['webhooks'] {
  const list: unknown[] = Array.isArray(webhooks) ? webhooks : [];
  return list.flatMap((hook) => {
    const url = isRecord(hook) ? optionalPath(hook['url'], baseUrl) : undefined;
    return isRecord(hook) && url !== undefined ? [{ event: String(hook['event']), url }] : [];
  });
}

function readPostInstall(redirect: unknown, baseUrl: string): string | undefined {
  const first: unknown = Array.isArray(redirect) ? redirect[0] : redirect;
  return isRecord(first) ? optionalPath(first['url'], baseUrl) : undefined;
}
