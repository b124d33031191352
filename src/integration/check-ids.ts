/** Checks the ids that a host passes: without types a missing one would be written as `undefined`, or fail in the store. */
import { ConfigError } from '../errors/config-error.ts';
import { isRecord } from '../shared/types.ts';

const whose = { organizationId: 'organization', integrationId: 'integration' } as const;
type IdName = keyof typeof whose;

/** @throws ConfigError `invalid_option` naming the id that is missing */
export function checkIds(ids: Readonly<Partial<Record<IdName, unknown>>>): void {
  for (const name of Object.keys(ids) as IdName[]) {
    if (typeof ids[name] === 'string' && ids[name] !== '') continue;
    throw new ConfigError(name, 'it is missing, empty or no text', `Pass the ${whose[name]}’s id`);
  }
}

/** @throws ConfigError `invalid_option` for an input that is no object, or has not these ids */
export function checkInput(where: string, input: unknown, names: readonly IdName[]): void {
  if (!isRecord(input)) {
    throw new ConfigError('options', `${where} needs an object`, `Pass { ${names.join(', ')}, … }`);
  }
  checkIds(Object.fromEntries(names.map((name) => [name, input[name]])));
}
