/** Sample payloads by product and event. */
import { cloudSamples } from './cloud-samples.ts';
import { serverSamples } from './server-samples.ts';

/**
 * A function for each event that gives a new payload: invented data, in the form in which Bitbucket sends it.
 *
 * @example
 * const payload = samples.cloud['repo:push']()
 * const test = samples.server['diagnostics:ping']()
 */
export const samples = { cloud: cloudSamples, server: serverSamples } as const;
