/** What becomes of a form that holds: a token is tried at once, otherwise the browser leaves for the server to agree there. */
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { bindingCookie } from '../../http/browser-binding.ts';
import type { HostUser } from '../../http/host-authorization.ts';
import { fromHost } from '../setup/refusal.ts';
import { bindPage, seeOther } from '../setup/visit.ts';
import { askForGrant } from './connect-oauth2.ts';
import { askForToken, tryAccessToken } from './connect-server.ts';
import { type FinishedVisit, finish } from './setup-finish.ts';
import type { CheckedSetup, SetupField } from './setup-form.ts';
import type { Setup } from './setup-options.ts';
import { longestSeal, type PendingSetup, sealSetup } from './setup-secret.ts';

export interface Visit extends FinishedVisit {
  readonly user: HostUser;
}

/** @throws IntegrationFormError, and the failures of the server */
export async function proceed(checked: CheckedSetup, visit: Visit, setup: Setup): Promise<Response> {
  if (checked.method === 'accessToken') return finish(await tryAccessToken(checked, setup), visit, setup);
  const { organizationId, user } = visit;
  const away = setup.away[checked.method];
  const { nonce, state } = await bindPage({ organizationId }, user, away);
  const { pending, authorizeUrl } =
    checked.method === 'oauth2'
      ? await askForGrant(checked, { state, redirectUri: setup.callbackUrl }, setup)
      : await askForToken(
          checked,
          withQuery(setup.callbackUrl, { organization: organizationId, state }),
          setup,
        );
  const sealed = await seal(pending, nonce, setup);
  return seeOther(authorizeUrl, bindingCookie(`${nonce}.${sealed}`, away));
}

/** OAuth 1.0a signs the address that the browser comes back to; OAuth 2.0 has it registered, letter by letter. */
const withQuery = (url: string, query: Record<string, string>): string =>
  `${url}?${new URLSearchParams(query)}`;

async function seal(pending: PendingSetup, nonce: string, { states }: Setup): Promise<string> {
  const signingKey = await fromHost(() => states.signingKey());
  const sealed = sealSetup(pending, { signingKey, nonce });
  if (sealed.length <= longestSeal) return sealed;
  const [field, advice]: [SetupField, string] =
    pending.method === 'oauth1'
      ? ['privateKey', 'This key and what stands beside it are too long together: make a key of 2048 bits.']
      : ['url', 'This and what stands beside it are too long together.'];
  throw new IntegrationFormError({ [field]: advice });
}
