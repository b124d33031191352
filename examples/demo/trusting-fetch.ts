/** A fetch for servers with a certificate of their own. Node's takes none of the agents of the package. */
import { type Agent, fetch } from 'undici';
import type { PlainFetch } from './browser.ts';

/** @param agent trusts the certificate */
export const createTrustingFetch =
  (agent: Agent): PlainFetch =>
  async (address, init) =>
    (await fetch(address, { ...init, dispatcher: agent })) as unknown as Response;
