import { expect, test } from 'vitest';
import { createLog } from '../webhooks/receiver-kit.ts';
import { createWorld, install, organizationId } from './app-world.ts';

test('an installation stands, and its user is told so, where what the host has for afterwards fails', async () => {
  const log = createLog();
  const world = await createWorld({
    logger: log.logger,
    afterSetup: () => {
      throw new RangeError('CANARY');
    },
  });
  const { record } = await install(world);
  expect(record).toMatchObject({ organizationId, status: 'active' });
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([
    {
      level: 'error',
      message: 'afterSetup failed after a set-up',
      fields: { organizationId, integrationId: record.id, cause: 'RangeError' },
    },
  ]);
});
