/** What a test made is taken away after it, last things first. */
import { afterEach } from 'vitest';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export const afterTest = (cleanup: () => Promise<unknown>): void => {
  cleanups.push(cleanup);
};
