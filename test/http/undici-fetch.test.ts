import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors/config-error.ts';
import { tellMissingUndici } from '../../src/http/undici-fetch.ts';
import { refusalPage } from '../../src/integration/setup/refusal.ts';
import { createLog } from '../webhooks/receiver-kit.ts';

const missing = new ConfigError('server', 'it needs the package undici', 'Run: npm install undici@^7');
const isMissing = (): never => {
  throw new Error('ERR_MODULE_NOT_FOUND');
};

describe('that undici is missing', () => {
  test('is logged, with the command that installs it', async () => {
    const { logger, lines } = createLog();
    await tellMissingUndici('server', logger, { find: isMissing, load: () => Promise.reject(missing) });
    expect(lines).toEqual([
      {
        level: 'error',
        message: 'an option cannot work',
        fields: { option: 'server', reason: missing.message },
      },
    ]);
  });

  test('is not said where it stands, or where a bundle holds it', async () => {
    const { logger, lines } = createLog();
    const isHeld = async () => ({});
    await tellMissingUndici('server', logger);
    await tellMissingUndici('server', logger, { find: isMissing, load: isHeld });
    await tellMissingUndici('server', logger, { find: () => 'here', load: () => Promise.reject(missing) });
    expect(lines).toEqual([]);
  });

  test('ends a set-up with a page for its person, and a line for the developer', async () => {
    const { logger, lines } = createLog();
    const page = refusalPage(missing, { logger, product: 'bitbucket server', adviceFor: () => '' });
    expect(page.status).toBe(503);
    expect(await page.text()).not.toContain('undici');
    expect(lines[0]).toMatchObject({
      level: 'error',
      fields: { code: 'invalid_option', reason: missing.message },
    });
  });
});
