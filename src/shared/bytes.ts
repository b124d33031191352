/** Bytes: UTF-8, hex digests and comparisons that take the same time whatever differs. */
import { createHash, timingSafeEqual } from 'node:crypto';

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** Compares without telling by its time where the two differ; texts of unequal length are unequal. */
export function constantTimeEqual(left: string, right: string): boolean {
  const a = utf8(left);
  const b = utf8(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
