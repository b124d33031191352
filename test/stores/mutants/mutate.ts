/** Makes stores that are broken on purpose, one fault each, with the check that must find it. */
import { setImmediate } from 'node:timers/promises';

export interface Mutant<Store> {
  readonly fault: string;
  /** Names of checks, of which each must fail. */
  readonly caughtBy: readonly string[];
  create(): Store;
}

/** The memory store's part with some methods replaced; these are given the good part. */
export const mutate =
  <Part extends object>(part: () => Part) =>
  (
    fault: string,
    caughtBy: string | readonly string[],
    change: (good: Part) => Partial<Part>,
  ): Mutant<Part> => ({
    fault,
    caughtBy: [caughtBy].flat(),
    create() {
      const good = part();
      return { ...good, ...change(good) };
    },
  });

/** As stores do that keep text in the way of C. */
export const cutAtNul = (text: string): string => text.split('\0')[0] ?? '';
export const without = <T extends object>(row: T, field: keyof T): T => {
  const { [field]: _, ...rest } = row;
  return rest as T;
};

/** Faults that stores of integrations and of repositories have in common. */
type Keyed<Row> = {
  get(id: string): Row | undefined | Promise<Row | undefined>;
  put(row: Omit<Row, 'id'>): Row | Promise<Row>;
  update(id: string, patch: Partial<Omit<Row, 'id'>>): Row | undefined | Promise<Row | undefined>;
};

/** Reads, waits and writes the whole row. */
export const updateSlowly =
  <Row extends { readonly id: string }>(good: Keyed<Row>): Keyed<Row>['update'] =>
  async (id, patch) => {
    const row = await good.get(id);
    if (row === undefined) return undefined;
    await setImmediate();
    return good.update(id, { ...row, ...patch });
  };

/** Gives 0, 1, 2, … for names that were never used. */
export function counter(): () => number {
  let next = 0;
  return () => next++;
}
