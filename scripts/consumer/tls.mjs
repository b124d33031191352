/**
 * Run inside a project that has the package installed: `node tls.mjs KEY CERT` calls an https server of a CA of its own.
 * Without undici the error has to say what to install; with it, the CA holds for the client that names it, and no other.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { accessToken } from 'bitbucket-sdk';
import { BitbucketServer } from 'bitbucket-sdk/server';

const [key = '', cert = ''] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
const server = createServer({ key, cert }, (_, response) => response.end('{"slug":"anvil"}'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const baseUrl = `https://127.0.0.1:${server.address().port}`;

async function call(tls) {
  const client = new BitbucketServer({ auth: accessToken('a-token'), baseUrl, retry: { limit: 0 }, tls });
  try {
    return await client.getRepo('ACME/anvil');
  } finally {
    await client.close();
  }
}

try {
  if (existsSync('node_modules/undici')) {
    assert.deepEqual(await call({ ca: cert }), { slug: 'anvil' });
    assert.deepEqual(await call({ verify: false }), { slug: 'anvil' });
    await assert.rejects(call({}), { name: 'TransportError', code: 'network' });
  } else {
    await assert.rejects(call({ ca: cert }), (error) => /npm install undici/.test(error.message));
  }
  await assert.rejects(call(undefined), { name: 'TransportError', code: 'network' });
} finally {
  server.close();
  server.closeAllConnections();
}
