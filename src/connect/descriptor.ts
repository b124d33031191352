/** The app descriptor: what Bitbucket reads to know the app, its scopes and where to call it. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { type InboundHandler, jsonAnswer, toResponse } from '../http/inbound.ts';
import { isRecord } from '../shared/types.ts';
import { checkAppUrl, checkText } from './options.ts';

export interface DescriptorVendor {
  readonly name: string;
  readonly url: string;
}

/** A webhook that Bitbucket makes with each installation. */
export interface DescriptorWebhook {
  /** An event key such as `repo:push`, or `*`. */
  readonly event: string;
  /** Below `baseUrl`, beginning with a slash. */
  readonly url: string;
}

export interface DescriptorOptions {
  /** Where the app is mounted: https, no trailing slash needed. */
  readonly baseUrl: string;
  /** The app's key, the same for ever; the issuer of its tokens. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly vendor?: DescriptorVendor | undefined;
  /** Default `issue:write`, `pullrequest`, `webhook`, `repository`. Bitbucket refuses an install with an unknown one. */
  readonly scopes?: readonly string[] | undefined;
  /** The OAuth consumer that the app belongs to. */
  readonly oauthConsumer?: { readonly clientId: string } | undefined;
  readonly webhooks?: readonly DescriptorWebhook[] | undefined;
}

/** The JSON that Bitbucket reads. */
export interface Descriptor {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly vendor?: DescriptorVendor;
  readonly baseUrl: string;
  readonly authentication: { readonly type: 'jwt' };
  readonly lifecycle: { readonly installed: string; readonly uninstalled: string };
  readonly scopes: readonly string[];
  readonly contexts: readonly ['account'];
  readonly modules: {
    readonly postInstallRedirect: { readonly key: string; readonly url: string };
    readonly oauthConsumer?: { readonly clientId: string };
    readonly webhooks?: readonly DescriptorWebhook[];
  };
}

const optionNames = [
  'baseUrl',
  'key',
  'name',
  'description',
  'vendor',
  'scopes',
  'oauthConsumer',
  'webhooks',
] as const;

const defaultScopes = ['issue:write', 'pullrequest', 'webhook', 'repository'];

/**
 * The descriptor of an app whose endpoints are mounted below `baseUrl` as `/installed`, `/uninstalled` and `/setup`.
 *
 * @example buildDescriptor({ baseUrl: 'https://app.example.com/bitbucket', key: 'example-app', name: 'Example', … })
 * @deprecated Bitbucket Cloud takes no new Connect apps since 2026-02-02 and ends Connect on 2027-01-31.
 * @throws ConfigError `invalid_option` naming the option
 * @see https://developer.atlassian.com/cloud/bitbucket/app-descriptor/
 */
export function buildDescriptor(options: DescriptorOptions): Descriptor {
  checkOptions('buildDescriptor', options, optionNames);
  const { vendor, oauthConsumer, webhooks } = options;
  if (oauthConsumer !== undefined) {
    checkText('oauthConsumer.clientId', oauthConsumer?.clientId, 'Pass the key of the OAuth consumer');
  }
  return {
    key: checkKey(options.key),
    name: checkText('name', options.name, 'Pass the name that people see'),
    description: checkText('description', options.description, 'Pass a sentence about the app'),
    ...(vendor === undefined ? {} : { vendor: checkVendor(vendor) }),
    baseUrl: checkAppUrl(options.baseUrl),
    authentication: { type: 'jwt' },
    lifecycle: { installed: '/installed', uninstalled: '/uninstalled' },
    scopes: checkScopes(options.scopes ?? defaultScopes),
    contexts: ['account'],
    modules: {
      postInstallRedirect: { key: 'post-install-redirect', url: '/setup' },
      ...(oauthConsumer === undefined ? {} : { oauthConsumer: { clientId: oauthConsumer.clientId } }),
      ...(webhooks === undefined ? {} : { webhooks: checkWebhooks(webhooks) }),
    },
  };
}

/**
 * Answers GET and HEAD with the descriptor; 405 to anything else.
 *
 * @deprecated Bitbucket Cloud takes no new Connect apps since 2026-02-02 and ends Connect on 2027-01-31.
 * @throws ConfigError `invalid_option`, when it is made and not when it is called
 */
export function createDescriptorEndpoint(options: DescriptorOptions): InboundHandler {
  const body = JSON.stringify(buildDescriptor(options));
  const headers = { 'content-type': 'application/json' };
  return async ({ method }) => {
    if (method === 'GET') return toResponse({ status: 200, headers, body });
    if (method === 'HEAD') return toResponse({ status: 200, headers, body: '' });
    return toResponse(jsonAnswer(405, { error: 'method_not_allowed' }, { allow: 'GET, HEAD' }));
  };
}

function checkKey(key: unknown): string {
  const text = checkText('key', key, 'Pass a key such as example-app');
  if (/^[\w.-]+$/.test(text)) return text;
  throw new ConfigError(
    'key',
    'it has other characters than letters, digits, ".", "_" and "-"',
    'Leave them out',
  );
}

function checkVendor(vendor: unknown): DescriptorVendor {
  const { name, url } = isRecord(vendor) ? vendor : {};
  const address = URL.parse(checkText('vendor.url', url, 'Pass the web address of your organization'));
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new ConfigError('vendor.url', 'it is no web address', 'Pass one such as https://example.com');
  }
  return { name: checkText('vendor.name', name, 'Pass the name of your organization'), url: String(url) };
}

/** Bitbucket reads a missing list as all scopes there are, so an empty one is not passed on. */
function checkScopes(scopes: readonly string[]): readonly string[] {
  const fix = "Pass a list such as ['repository', 'webhook'], or leave it out";
  if (!Array.isArray(scopes) || scopes.length === 0)
    throw new ConfigError('scopes', 'it is no list with entries', fix);
  return scopes.map((scope) => checkText('scopes', scope, fix));
}

function checkWebhooks(webhooks: readonly DescriptorWebhook[]): readonly DescriptorWebhook[] {
  const fix = "Pass a list such as [{ event: 'repo:push', url: '/webhook' }]";
  if (!Array.isArray(webhooks)) throw new ConfigError('webhooks', 'it is no list', fix);
  return webhooks.map((webhook: Partial<DescriptorWebhook> | undefined) => {
    const event = checkText('webhooks.event', webhook?.event, fix);
    const url = checkText('webhooks.url', webhook?.url, fix);
    if (!url.startsWith('/')) throw new ConfigError('webhooks.url', 'it does not begin with a slash', fix);
    return { event, url };
  });
}
