/** Reads the settings of a hook from a body, as strictly as Bitbucket Server does. */
import { isRecord } from '../../../shared/types.ts';
import { SERVER_EVENTS } from '../../../webhooks/server-events.ts';
import { badField } from './errors.ts';
import type { HookCredentials, ServerHook } from './hook.ts';

type HookFields = Pick<
  ServerHook,
  'name' | 'url' | 'active' | 'events' | 'configuration' | 'credentials' | 'sslVerificationRequired'
>;

/**
 * All settings: what is left out is not kept from before.
 *
 * @throws ServerError 400 naming the field
 */
export function readHookFields(body: Readonly<Record<string, unknown>>): HookFields {
  const { name, url, events, active = true, configuration = {}, sslVerificationRequired = true } = body;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 255) {
    throw badField('name', 'A name of at most 255 characters is required.');
  }
  if (typeof url !== 'string' || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw badField('url', 'The URL is required, and has to begin with http:// or https://.');
  }
  if (!Array.isArray(events) || events.length === 0)
    throw badField('events', 'At least one event is required.');
  const unknown = events.find((event) => typeof event !== 'string' || !Object.hasOwn(SERVER_EVENTS, event));
  if (unknown !== undefined) throw badField('events', `the event ${String(unknown)} is unknown`);
  if (!isRecord(configuration)) throw badField('configuration', 'It is not an object.');
  if (typeof active !== 'boolean') throw badField('active', 'It is neither true nor false.');
  if (typeof sslVerificationRequired !== 'boolean')
    throw badField('sslVerificationRequired', 'It is neither true nor false.');
  return {
    name,
    url,
    active,
    events: [...new Set(events.map(String))],
    configuration,
    credentials: readCredentials(body['credentials']),
    sslVerificationRequired,
  };
}

function readCredentials(value: unknown): HookCredentials | undefined {
  if (!isRecord(value)) return undefined;
  const { username, password = '' } = value;
  if (typeof username !== 'string' || typeof password !== 'string' || username === '') return undefined;
  return { username, password };
}
