import { memoryStore } from 'bitbucket-sdk';
import { type Authorize, createBitbucketApp } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { createLog } from '../webhooks/receiver-kit.ts';

const baseUrl = 'https://app.example.com/bitbucket';

/** What the app answers by status, for a host with this word on everything. */
function doors(authorize: Authorize | undefined) {
  const app = createBitbucketApp({
    ...{ baseUrl, name: 'Example', description: 'An example', store: memoryStore() },
    ...{ authorize, server: {} },
  });
  const visit = (path: string, init?: RequestInit) => app.fetch(new Request(baseUrl + path, init));
  const send = async (path: string): Promise<number> => (await visit(path)).status;
  const page = async (path: string, init?: RequestInit): Promise<string> => (await visit(path, init)).text();
  return { send, page };
}

/** As a state is: its first part says what it is for, and nothing of it is proven. */
const claiming = (organizationId: string): string =>
  `${Buffer.from(JSON.stringify({ data: { organizationId } })).toString('base64url')}.x`;

describe('a host that names its user’s organization', () => {
  const own: Authorize = async () => ({ session: 'a session', organizationId: 'org-1' });

  test.each([
    '/cloud/setup?organization=victim',
    '/server/setup?organization=victim',
    '/organizations/victim/integrations/1/search?field=repo&query=a',
  ])('refuses GET %s', async (path) => {
    const { send } = doors(own);
    expect(await send(path)).toBe(403);
    // A door that is not shut: a form, or no such integration.
    expect([200, 404]).toContain(await send(path.replace('victim', 'org-1')));
  });

  test('lets in where the request names none', async () => {
    const { send } = doors(own);
    expect([await send('/cloud/setup'), await send('/server/setup')]).toEqual([200, 200]);
  });

  test('refuses what is posted for another, and one who comes back for another', async () => {
    const { page } = doors(own);
    const body = () => new URLSearchParams({ organization: 'victim' });
    // "Not allowed" is the host's word; a state of no worth has a page that is out of date.
    for (const path of ['/cloud/setup', '/cloud/setup/workspace', '/server/setup']) {
      expect(await page(path, { method: 'POST', body: body() })).toContain('Not allowed');
    }
    for (const path of ['/cloud/setup/callback?', '/server/setup/callback?organization=victim&']) {
      expect(await page(`${path}state=${claiming('victim')}`)).toContain('Not allowed');
      expect(await page(`${path.replace('victim', 'org-1')}state=${claiming('org-1')}`)).toContain(
        'out of date',
      );
    }
  });
});

describe.each([
  ['null', () => null],
  ['false', () => false],
  ['nothing', () => undefined],
])('a host that answers %s', (_, authorize: Authorize) => {
  test.each([
    '/cloud/setup?organization=a',
    '/server/setup?organization=a',
    '/organizations/a/integrations/1/search',
  ])('refuses %s', async (path) => {
    expect(await doors(authorize).send(path)).toBe(403);
  });
});

test('a host that names no organization has judged the one that was asked for', async () => {
  const { send } = doors((_, { organizationId }) => organizationId === 'org-1' && { session: 'a session' });
  expect(await send('/cloud/setup?organization=org-1')).toBe(200);
  expect(await send('/cloud/setup?organization=victim')).toBe(403);
  // Without a name there is nothing to set up, and nobody who could be asked for one.
  expect(await doors(() => ({ session: 'a session' })).send('/cloud/setup')).toBe(400);
});

test('an app without authorize refuses everybody, and its log names the option when it is made', async () => {
  const { lines, logger } = createLog();
  const make = (authorize: Authorize | undefined) =>
    createBitbucketApp({
      ...{ baseUrl, name: 'Example', description: 'An example', store: memoryStore(), authorize, logger },
    });
  make(() => false);
  expect(lines).toEqual([]);
  const app = make(undefined);
  expect(lines).toEqual([
    { level: 'warn', message: 'set-up and search refuse everybody', fields: { option: 'authorize' } },
  ]);
  const shown = await app.fetch(new Request(app.createSetupUrl({ organizationId: 'org-1' })));
  expect(shown.status).toBe(403);
});
