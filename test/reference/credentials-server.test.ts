/** Each row with each credential of Server, against the emulator; test/reference/credentials.ts says which. */
import { serverCredentials } from './credentials.ts';
import { testPairs } from './rows/row.ts';
import { serverClientRows } from './rows/server-client.ts';
import { serverIntegrationRows } from './rows/server-integration.ts';
import { openServerWorld, startServer } from './server-world.ts';

testPairs(serverCredentials, {
  rows: { ...serverClientRows, ...serverIntegrationRows },
  start: startServer,
  open: openServerWorld,
});
