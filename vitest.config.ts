import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests come in by the public doors, read from the sources: no build stands between an edit and its test. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^bitbucket-sdk$/, replacement: source('index.ts') },
      { find: /^bitbucket-sdk\/(express|fastify|lambda|node)$/, replacement: source('adapters/$1.ts') },
      { find: /^bitbucket-sdk\/sqlite$/, replacement: source('stores/sqlite.ts') },
      {
        find: /^bitbucket-sdk\/(cloud|server|auth|webhooks|connect|integration|testing)$/,
        replacement: source('$1/index.ts'),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // On two cores, too: most tests wait for git, a socket or another process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
