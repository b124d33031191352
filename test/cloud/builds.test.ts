import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient, publishReport, setBuildStatus } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, startServer, type TestAnswer } from '../http-server.ts';

const at = { repo: 'acme/api', commit: 'a1b2c3d' };
const commit = '/2.0/repositories/acme/api/commit/a1b2c3d';

describe('a build status', () => {
  test('has its key as it is up to 40 characters, and the same short one each time beyond', async () => {
    const { cloud, requests } = await cloudServer(() => ({ status: 201, body: {} }));
    const status = { state: 'SUCCESSFUL', url: 'https://ci.example.com/1' } as const;
    const long = `ci/${'branch-'.repeat(10)}/7`;
    for (const key of ['k'.repeat(40), long, long, `${long}8`]) {
      await setBuildStatus(cloud, { ...at, status: { ...status, key } });
    }
    expect(requests[0]).toMatchObject({ method: 'POST', url: `${commit}/statuses/build` });
    const sent = requests.map(bodyOf) as { key: string; name: string }[];
    expect(sent[0]).toEqual({ ...status, key: 'k'.repeat(40), name: 'k'.repeat(40) });
    expect(sent[1]?.key).toMatch(/^[0-9a-f]{40}$/);
    expect(sent[1]?.name).toBe(long);
    expect(sent[2]?.key).toBe(sent[1]?.key);
    expect(sent[3]?.key).not.toBe(sent[1]?.key);
  });
});

describe('a report', () => {
  const annotations = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      external_id: `a-${index}`,
      summary: 'A finding',
      line: index + 1,
    }));
  const report = { title: 'Scan', report_type: 'SECURITY', result: 'FAILED' } as const;

  test('takes the place of the one before, and its annotations come a hundred at a time', async () => {
    const { cloud, requests } = await cloudServer(({ method }) =>
      method === 'DELETE'
        ? { status: 204 }
        : { body: method === 'PUT' ? { uuid: '{r}', type: 'report' } : [] },
    );
    const progress: object[] = [];
    const published = await publishReport(cloud, {
      ...at,
      id: 'my-system/1',
      report,
      annotations: annotations(250),
      onProgress: (step) => progress.push(step),
    });
    expect(published.uuid).toBe('{r}');
    const path = `${commit}/reports/my-system%2F1`;
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `DELETE ${path}`,
      `PUT ${path}`,
      ...new Array(3).fill(`POST ${path}/annotations`),
    ]);
    const sent = requests.slice(2).map(bodyOf) as { external_id: string }[][];
    expect(sent.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(sent.flat()).toEqual(annotations(250));
    expect(progress).toEqual([100, 200, 250].map((done) => ({ done, total: 250 })));
  });

  test('that was not there before, and has no annotations, is two calls', async () => {
    const { cloud, requests } = await cloudServer(({ method }) =>
      method === 'DELETE'
        ? { status: 404, body: { error: { message: 'No report my-system' } } }
        : { body: { type: 'report' } },
    );
    await publishReport(cloud, { ...at, id: 'my-system', report });
    expect(requests.map(({ method }) => method)).toEqual(['DELETE', 'PUT']);
  });

  test.each([
    ['too many annotations', annotations(1001)],
    ['two of one id', [...annotations(2), ...annotations(1)]],
  ])('with %s is refused before anything is sent', async (_, wrong) => {
    const { cloud, requests } = await cloudServer(() => ({ body: {} }));
    const call = publishReport(cloud, { ...at, id: 'my-system', report, annotations: wrong });
    await expect(call).rejects.toMatchObject({ code: 'invalid_option', option: 'annotations' });
    expect(requests).toHaveLength(0);
  });

  test('whose annotations are refused ends with what Bitbucket says, and sends no more', async () => {
    const { cloud, requests } = await cloudServer(({ method }) => {
      if (method === 'DELETE') return { status: 204 };
      return method === 'PUT'
        ? { body: {} }
        : { status: 400, body: { error: { message: 'severity: unknown' } } };
    });
    const call = publishReport(cloud, { ...at, id: 'x', report, annotations: annotations(300) });
    await expect(call).rejects.toThrow('severity: unknown');
    expect(requests).toHaveLength(3);
  });
});

const bodyOf = ({ body }: RecordedRequest): unknown => JSON.parse(body);

async function cloudServer(answer: (request: RecordedRequest) => TestAnswer) {
  const { origin, requests } = await startServer(answer);
  return {
    cloud: new BitbucketApiClient({ baseUrl: origin, auth: accessToken('t'), retry: { limit: 0 } }),
    requests,
  };
}
