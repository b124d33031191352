/** Run inside a project that has the package installed: one delivery in, one call out. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { accessToken, BitbucketApiClient, ConfigError, isApiError } from 'bitbucket-sdk';
import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver, verifySignature } from 'bitbucket-sdk/webhooks';

const secret = 'the secret of the hook';

async function receiveDeliveries() {
  const heard = [];
  const receiver = createWebhookReceiver({ product: 'cloud', secret });
  receiver.on('repo:push', ({ payload }) => {
    heard.push(payload.repository.full_name);
  });
  const payload = samples.cloud['repo:push']();
  const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret });
  const { body, headers, toRequest } = delivery;
  assert.equal(verifySignature({ body, signature: headers['x-hub-signature'], secret }), true);
  assert.equal((await receiver.handle(toRequest('https://app.example/hook'))).status, 200);
  assert.deepEqual(heard, [payload.repository.full_name]);
  const forged = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret: 'another' });
  assert.equal((await receiver.handle(forged.toRequest('https://app.example/hook'))).status, 401);
  assert.equal(heard.length, 1);
  assert.throws(() => createWebhookReceiver({ product: 'cloud', secret: '' }), ConfigError);
}

async function callApi() {
  const server = createServer((request, response) => {
    const known = request.url === '/2.0/repositories/acme/anvil';
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        known
          ? { full_name: 'acme/anvil', authorization: request.headers.authorization }
          : { type: 'error', error: { message: 'No such repository' } },
      ),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const baseUrl = `http://127.0.0.1:${server.address().port}`;
    const client = new BitbucketApiClient({ auth: accessToken('a-token'), baseUrl });
    const get = (repoSlug) =>
      client.request('GET /repositories/{workspace}/{repo_slug}', {
        path: { workspace: 'acme', repo_slug: repoSlug },
      });
    assert.deepEqual(await get('anvil'), { full_name: 'acme/anvil', authorization: 'Bearer a-token' });
    await assert.rejects(get('none'), (error) => isApiError(error) && error.status === 404);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

await receiveDeliveries();
await callApi();
