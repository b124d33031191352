/** A Connect app with one installation, a host that knows two users, and a browser that goes to its set-up. */
import {
  type Authorize,
  createInstallUrl,
  createSetupEndpoint,
  type SetupEndpointOptions,
} from 'bitbucket-sdk/connect';
import { type ConnectSigner, connectRequest } from 'bitbucket-sdk/testing';
import { vi } from 'vitest';
import { memorySignedStates } from '../../src/stores/memory/signed-states.ts';
import { baseUrl, installedWorld, readableLog, signer } from './world.ts';

/** Alice is in organization 1, Mallory in 2; each is known by the cookie of the host's own session. */
const users: Readonly<Record<string, { session: string; organizationId: string }>> = {
  alice: { session: 'session-of-alice', organizationId: '1' },
  mallory: { session: 'session-of-mallory', organizationId: '2' },
};

const authorize: Authorize = (request, { organizationId }) => {
  const user = users[/host=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''];
  if (user === undefined) return false;
  return organizationId === undefined || organizationId === user.organizationId ? user : false;
};

export async function setupWorld(options: Partial<SetupEndpointOptions> = {}) {
  const installed = installedWorld();
  await installed.install();
  const { store: installations, now } = installed;
  const states = memorySignedStates({ now });
  const log = readableLog();
  const complete = vi.fn<SetupEndpointOptions['complete']>(() => 'https://app.example.com/settings');
  const endpoint = createSetupEndpoint({
    ...{ installations, states, baseUrl, authorize, complete, now, logger: log.logger },
    ...options,
  });
  /** The state of an install that the user began. */
  const begin = async (user: string): Promise<string> => {
    const { session, organizationId } = users[user] ?? { session: user, organizationId: '1' };
    const url = await createInstallUrl({ baseUrl, session, organizationId, store: states, now });
    const redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
    return new URL(redirect).searchParams.get('state') ?? '';
  };
  /** The browser of the user comes back from Bitbucket. */
  const visit = async (user: string, state?: string, signedBy: ConnectSigner = signer): Promise<Response> => {
    const query = state === undefined ? {} : { state };
    return endpoint(
      await connectRequest({ kind: 'setup', baseUrl, now, signedBy, query, cookie: `host=${user}` }),
    );
  };
  /** Posts a form, as the user's browser would with these cookies. */
  const post = (cookie: string, fields: Record<string, string>): Promise<Response> =>
    endpoint(
      new Request(`${baseUrl}/setup`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams(fields),
      }),
    );
  return { ...installed, installations, states, log, complete, endpoint, begin, visit, post };
}

export interface ConfirmationShown {
  readonly html: string;
  readonly setCookie: string;
  /** The cookie as a browser sends it back. */
  readonly cookie: string;
  readonly fields: Record<string, string>;
  readonly action: string;
}

/** What a browser takes from the page that asks. */
export async function readConfirmation(response: Response): Promise<ConfirmationShown> {
  const html = await response.text();
  const setCookie = response.headers.get('set-cookie') ?? '';
  const inputs = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return {
    html,
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
    fields: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value])),
    action: /action="([^"]*)"/.exec(html)?.[1] ?? '',
  };
}
