/** Each row with each credential of Cloud, against the emulator; test/reference/credentials.ts says which. */
import { startCloud } from './cloud-ground.ts';
import { openCloudWorld } from './cloud-world.ts';
import { cloudCredentials } from './credentials.ts';
import { cloudClientRows } from './rows/cloud-client.ts';
import { cloudIntegrationRows } from './rows/cloud-integration.ts';
import { cloudPluginRows } from './rows/cloud-plugin.ts';
import { cloudRepositoryRows } from './rows/cloud-repositories.ts';
import { testPairs } from './rows/row.ts';

testPairs(cloudCredentials, {
  rows: { ...cloudClientRows, ...cloudIntegrationRows, ...cloudRepositoryRows, ...cloudPluginRows },
  start: startCloud,
  open: openCloudWorld,
});
