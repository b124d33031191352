import { defineConfig } from 'tsup';

/** One entry for each door in package.json's exports; shared code is split into chunks, so that an error class is the same through every door. */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cloud: 'src/cloud/index.ts',
    server: 'src/server/index.ts',
    auth: 'src/auth/index.ts',
    webhooks: 'src/webhooks/index.ts',
    connect: 'src/connect/index.ts',
    integration: 'src/integration/index.ts',
    express: 'src/adapters/express.ts',
    fastify: 'src/adapters/fastify.ts',
    lambda: 'src/adapters/lambda.ts',
    node: 'src/adapters/node.ts',
    sqlite: 'src/stores/sqlite.ts',
    testing: 'src/testing/index.ts',
  },
  format: 'esm',
  target: 'node22',
  platform: 'node',
  splitting: true,
  treeshake: true,
  clean: true,
  // `node:sqlite` has no name without its prefix.
  removeNodeProtocol: false,
  noExternal: ['zod'],
});
