/** The body of an `installed` call: its schema, and the checks that make it safe to act on. */
import * as z from 'zod/mini';
import { ConnectError } from '../errors/connect-error.ts';
import { isRecord } from '../shared/types.ts';
import type { Installation, Principal } from './installations.ts';

/** The account that an `installed` body is about, in Bitbucket's own words. */
export interface InstalledPrincipal {
  uuid: string;
  type: string;
  username?: string | null | undefined;
  display_name?: string | null | undefined;
  links?: unknown;
  [field: string]: unknown;
}

/**
 * What Bitbucket posts to `/installed`.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/app-descriptor/
 */
export interface InstalledBody {
  key: string;
  eventType: 'installed';
  clientKey: string;
  sharedSecret: string;
  publicKey?: string | null | undefined;
  baseUrl: string;
  baseApiUrl: string;
  principal: InstalledPrincipal;
  [field: string]: unknown;
}

const text = z.string().check(z.minLength(1), z.maxLength(4096));
/** Bitbucket's keys are `connection:…` or `ari:…`; blanks and control characters are in no key and no secret. */
const token = z.string().check(z.regex(/^[\x21-\x7e]{1,1024}$/));
const bracedUuid = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i;

/** A test holds it equal to {@link InstalledBody}. */
export const installedSchema = z.looseObject({
  key: text,
  eventType: z.literal('installed'),
  clientKey: token,
  sharedSecret: token,
  publicKey: z.optional(z.nullable(z.string().check(z.maxLength(16_384)))),
  baseUrl: text,
  baseApiUrl: text,
  principal: z.looseObject({
    uuid: z.string().check(z.regex(bracedUuid)),
    type: text,
    username: z.optional(z.nullable(z.string())),
    display_name: z.optional(z.nullable(z.string())),
    links: z.optional(z.unknown()),
  }),
});

export interface InstalledBodyRules {
  readonly appKey: string;
  /** The API addresses that a body may name. */
  readonly apiUrls: readonly string[];
}

/** What an installation is made of, before times and version are put to it. */
export type InstallationFacts = Omit<Installation, 'installedAt' | 'updatedAt' | 'version'>;

/**
 * The body as our words.
 *
 * @throws ConnectError `payload_invalid` (400) for what is no JSON, lacks a field, is another app's, has a malformed
 *   account UUID, or names an API that is not allowed. The message names fields and never what was in them.
 */
export function parseInstalled(
  bytes: Uint8Array,
  { appKey, apiUrls }: InstalledBodyRules,
): InstallationFacts {
  const parsed = installedSchema.safeParse(parseJson(bytes));
  if (!parsed.success) throw invalid(`does not fit in: ${fieldsOf(parsed.error)}`);
  const { key, clientKey, sharedSecret, publicKey, baseUrl, baseApiUrl, principal } = parsed.data;
  if (key !== appKey) throw invalid('is of another app: its key is not this app’s');
  return {
    clientKey,
    appKey,
    sharedSecret,
    ...(publicKey ? { publicKey } : {}),
    baseUrl: webAddress('baseUrl', baseUrl),
    baseApiUrl: allowedAddress(baseApiUrl, apiUrls),
    principal: toPrincipal(principal),
  };
}

/**
 * The value of a JSON body.
 *
 * @throws ConnectError `payload_invalid` (400), without the parser's message: that would quote the body
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('is not JSON');
  }
}

/** The account in our words. */
export function toPrincipal({ uuid, type, username, display_name, links }: InstalledPrincipal): Principal {
  const avatarUrl = avatarOf(links);
  const name = username === null || username === '' ? undefined : username;
  return {
    uuid: uuid.toLowerCase(),
    type,
    ...(name === undefined ? {} : { username: name }),
    displayName: display_name || name || uuid,
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
  };
}

function avatarOf(links: unknown): string | undefined {
  const avatar = isRecord(links) ? links['avatar'] : undefined;
  const href = isRecord(avatar) ? avatar['href'] : undefined;
  return typeof href === 'string' && URL.parse(href)?.protocol === 'https:' ? href : undefined;
}

/** Links are made of it later: it must be an address of the web, and nothing but one. */
function webAddress(field: string, value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw invalid(`has no web address in: ${field}`);
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function allowedAddress(value: string, allowed: readonly string[]): string {
  const address = webAddress('baseApiUrl', value);
  const origin = new URL(address).origin;
  if (allowed.some((url) => new URL(url).origin === origin)) return address;
  throw invalid('names an API that this app does not call: baseApiUrl');
}

const fieldsOf = ({ issues }: z.core.$ZodError): string =>
  [...new Set(issues.map(({ path }) => path.join('.') || 'the body'))].join(', ');

const invalid = (problem: string): ConnectError =>
  new ConnectError('payload_invalid', 400, `The lifecycle body ${problem}`);
