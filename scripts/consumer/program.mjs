/** Run inside a project that has the package installed: deliveries in, kept in a file's store, and a call out to each product. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { accessToken, BitbucketApiClient, ConfigError, isApiError } from 'bitbucket-sdk';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver, verifySignature } from 'bitbucket-sdk/webhooks';

const secret = 'the secret of the hook';

async function receiveDeliveries() {
  const heard = [];
  const store = sqliteStore(':memory:');
  const receiver = createWebhookReceiver({ product: 'cloud', secret, inbox: store.inbox });
  receiver.on('repo:push', ({ payload }) => {
    heard.push(payload.repository.full_name);
  });
  const payload = samples.cloud['repo:push']();
  const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret });
  const { body, headers, toRequest } = delivery;
  assert.equal(verifySignature({ body, signature: headers['x-hub-signature'], secret }), true);
  assert.equal((await receiver.handle(toRequest('https://app.example/hook'))).status, 200);
  assert.equal((await receiver.handle(toRequest('https://app.example/hook'))).status, 200);
  assert.deepEqual(heard, [payload.repository.full_name]); // the second was a copy
  const forged = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret: 'another' });
  assert.equal((await receiver.handle(forged.toRequest('https://app.example/hook'))).status, 401);
  assert.equal(heard.length, 1);
  store.close();
  assert.throws(() => createWebhookReceiver({ product: 'cloud', secret: '' }), ConfigError);
}

/** What each product answers to the one repository that it has. */
const answers = {
  '/2.0/repositories/acme/anvil': { full_name: 'acme/anvil' },
  '/bitbucket/rest/api/latest/projects/ACME/repos/anvil': { slug: 'anvil' },
};

async function callBothProducts() {
  const server = createServer((request, response) => {
    const answer = answers[request.url];
    const authorized = request.headers.authorization === 'Bearer a-token';
    response.writeHead(answer === undefined ? 404 : authorized ? 200 : 401, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer ?? { type: 'error', error: { message: 'No such repository' } }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  try {
    await callCloud({ auth: accessToken('a-token'), baseUrl: origin });
    await callServer({ auth: accessToken('a-token'), baseUrl: `${origin}/bitbucket` });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function callCloud(options) {
  const client = new BitbucketApiClient(options);
  const get = (repoSlug) =>
    client.request('GET /repositories/{workspace}/{repo_slug}', {
      path: { workspace: 'acme', repo_slug: repoSlug },
    });
  assert.deepEqual(await get('anvil'), { full_name: 'acme/anvil' });
  await assert.rejects(get('none'), (error) => isApiError(error) && error.status === 404);
}

async function callServer(options) {
  const client = new BitbucketServer(options);
  const repository = await client.request('GET /api/latest/projects/{projectKey}/repos/{repositorySlug}', {
    path: { projectKey: 'ACME', repositorySlug: 'anvil' },
  });
  assert.deepEqual(repository, { slug: 'anvil' });
}

await receiveDeliveries();
await callBothProducts();
