import { publishReport, setBuildStatus } from 'bitbucket-sdk/server';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, startServer } from '../http-server.ts';
import { client, errorAnswer, projectRepo } from './server-kit.ts';

const at = { repo: 'ACME/api', commit: 'a1b2c3d' };

describe('a build status', () => {
  test('has its key as it is up to 255 characters, and a short one beyond; a long name is cut', async () => {
    const started = await startServer(() => ({ status: 204 }));
    const status = { state: 'INPROGRESS', url: 'https://ci.example.com/1' } as const;
    for (const key of ['ci', 'k'.repeat(256)]) {
      await expect(
        setBuildStatus(client(started), { ...at, status: { ...status, key } }),
      ).resolves.toBeUndefined();
    }
    expect(started.requests[0]).toMatchObject({
      method: 'POST',
      url: `${projectRepo}/commits/a1b2c3d/builds`,
    });
    expect(started.requests.map(bodyOf)).toEqual([
      { ...status, key: 'ci', name: 'ci' },
      { ...status, key: expect.stringMatching(/^[0-9a-f]{40}$/), name: 'k'.repeat(255) },
    ]);
  });
});

describe('a report', () => {
  const annotation = { message: 'A finding', severity: 'HIGH', path: 'a.ts', line: 3 };

  test.each([
    ['that is there already', 204],
    ['that is new', 404],
  ])('%s is put in place, and its annotations come a hundred at a time', async (_, status) => {
    const started = await startServer(({ method }) => {
      if (method === 'DELETE')
        return status === 204 ? { status } : errorAnswer(404, { message: 'No such report' });
      return method === 'PUT' ? { body: { key: 'com.example.scan' } } : { status: 204 };
    });
    const progress: number[] = [];
    await publishReport(client(started), {
      ...at,
      key: 'com.example.scan',
      report: { title: 'Scan', result: 'FAIL' },
      annotations: new Array(201).fill(annotation),
      onProgress: ({ done }) => progress.push(done),
    });
    const path = '/rest/insights/latest/projects/ACME/repos/api/commits/a1b2c3d/reports/com.example.scan';
    expect(started.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `DELETE ${path}`,
      `PUT ${path}`,
      ...new Array(3).fill(`POST ${path}/annotations`),
    ]);
    expect(bodyOf(started.requests[1])).toEqual({ title: 'Scan', result: 'FAIL', data: [] });
    expect(bodyOf(started.requests[4])).toEqual({ annotations: [annotation] });
    expect(progress).toEqual([100, 200, 201]);
  });

  test('of somebody else is an error, and nothing is sent after it', async () => {
    const started = await startServer(() => errorAnswer(401, { message: 'Not the author' }));
    const call = publishReport(client(started), {
      ...at,
      key: 'k',
      report: { title: 'Scan' },
      annotations: [annotation],
    });
    await expect(call).rejects.toMatchObject({ status: 401 });
    expect(started.requests).toHaveLength(1);
  });
});

const bodyOf = (request: RecordedRequest | undefined): unknown => JSON.parse(request?.body ?? 'null');
