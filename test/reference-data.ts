/** The optional folder of recorded data (environment variable REFERENCE_DATA), and how a test says that it is not set. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';

const folder = process.env['REFERENCE_DATA'];

const hasReferenceData = folder !== undefined && existsSync(folder);

/** A file of the folder, parsed as JSON. Only inside {@link describeWithReferenceData}. */
export function readReferenceData<T>(path: string): T {
  return JSON.parse(readReferenceText(path)) as T;
}

export function readReferenceText(path: string): string {
  if (folder === undefined) throw new Error('REFERENCE_DATA is not set');
  return readFileSync(join(folder, path), 'utf8');
}

/** Tests over the folder; where it is not set, one skipped test that says so stands in their place. */
export function describeWithReferenceData(title: string, tests: () => void): void {
  if (hasReferenceData) {
    describe(title, tests);
  } else {
    describe(title, () => {
      test.skip('not run: the environment variable REFERENCE_DATA names no folder of recorded data', () => {});
    });
  }
}
