/** Checks of single options, for what this room makes. */
import { ConfigError } from '../errors/config-error.ts';
import { isRecord } from '../shared/types.ts';

/** Above this, a timer of Node runs out at once. */
const longestTimer = 2_147_483_647;

/** @throws ConfigError `invalid_option` */
export function wholeNumber(option: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longestTimer) {
    return value;
  }
  throw new ConfigError(
    option,
    'it is not a whole number in its range',
    `Pass one from ${least} to ${longestTimer}`,
  );
}

/** @throws ConfigError `invalid_option` naming the first method that is missing */
export function checkMethods(option: string, value: unknown, methods: readonly string[]): void {
  if (value === undefined) return;
  const missing =
    isRecord(value) || typeof value === 'function'
      ? methods.find((name) => typeof Reflect.get(value, name) !== 'function')
      : methods[0];
  if (missing === undefined) return;
  throw new ConfigError(option, `it has no ${missing} function`, `Pass an object with ${methods.join(', ')}`);
}

/** @throws ConfigError `invalid_option` */
export function checkFunction(option: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw new ConfigError(option, 'it is not a function', 'Pass a function, or leave it out');
}
