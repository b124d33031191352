/** Identifiers: the same in every run for what has a name, random for what is made on the way. */
import { sha256Hex } from '../../shared/bytes.ts';

const uuidForm = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

const fromHex = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/** A UUID in braces, made of a kind and a name. */
export const namedUuid = (kind: string, name: string): string => `{${fromHex(sha256Hex(`${kind}:${name}`))}}`;

export type Random = (size: number) => Uint8Array;

/** A random UUID without braces. */
export const randomUuid = (random: Random): string => fromHex(Buffer.from(random(16)).toString('hex'));

/** With its braces and in small letters, or `undefined` if it is no UUID. */
export function normalUuid(text: string): string | undefined {
  const uuid = uuidForm.exec(text)?.[1];
  return uuid === undefined ? undefined : `{${uuid.toLowerCase()}}`;
}
