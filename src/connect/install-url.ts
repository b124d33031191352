/** Where a user is sent to install the app, with a state that brings the set-up back to the right organization. */
import { checkOptions } from '../errors/check-options.ts';
import { checkBaseUrl } from '../http/client-options.ts';
import { type SignedStateStore, writeState } from '../http/signed-state.ts';
import { type Clock, systemClock } from '../shared/clock.ts';
import { checkAppUrl, checkStore, checkText } from './options.ts';

export interface InstallUrlOptions {
  /** The app's `baseUrl`, as its descriptor has it. */
  readonly baseUrl: string;
  /** The organization that the workspace is to be connected to. Check that the user may do that first. */
  readonly organizationId: string;
  /** Names the user's browser session, as `authorize` names it in {@link HostUser}. */
  readonly session: string;
  readonly store: SignedStateStore;
  readonly now?: Clock | undefined;
  /** Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
  /** The key of an app that is registered with Bitbucket, which then must be named by it. */
  readonly addonKey?: string | undefined;
}

const optionNames = ['baseUrl', 'organizationId', 'session', 'store', 'now', 'siteUrl', 'addonKey'] as const;

/** What states of this door are for. */
export const setupPurpose = 'connect-setup';

/** Milliseconds that a user may take: 15 minutes. */
export const setupLifetime = 15 * 60 * 1000;

/**
 * The address of Bitbucket's install page. Bitbucket installs, then sends the user back to `/setup` with the state,
 * which works once, for 15 minutes, in the same session.
 *
 * @deprecated Bitbucket Cloud takes no new Connect apps since 2026-02-02 and ends Connect on 2027-01-31.
 * @throws ConfigError `invalid_option`
 * @see https://developer.atlassian.com/cloud/bitbucket/app-int-install/
 * @see https://developer.atlassian.com/cloud/bitbucket/install-an-app-from-your-site/
 */
export async function createInstallUrl(options: InstallUrlOptions): Promise<string> {
  checkOptions('createInstallUrl', options, optionNames);
  const { store, now = systemClock, siteUrl = 'https://bitbucket.org', addonKey } = options;
  checkStore('store', store, ['signingKey', 'useOnce']);
  const baseUrl = checkAppUrl(options.baseUrl);
  const organizationId = checkText('organizationId', options.organizationId, 'Pass the organization’s id');
  const session = checkText('session', options.session, 'Pass what names the user’s session');
  const state = await writeState(
    { purpose: setupPurpose, session, data: { organizationId } },
    { store, now, lifetime: setupLifetime },
  );
  const query = new URLSearchParams({
    ...(addonKey === undefined ? { descriptor_uri: `${baseUrl}/descriptor` } : { addon_key: addonKey }),
    redirect_uri: `${baseUrl}/setup?${new URLSearchParams({ state })}`,
  });
  return `${checkBaseUrl('siteUrl', siteUrl)}/site/addons/authorize?${query}`;
}
