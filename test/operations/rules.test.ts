import { describe, expect, test } from 'vitest';
import { operationCases } from './rule-cases/operation-rules.ts';
import { parameterCases } from './rule-cases/parameter-rules.ts';
import { shapeCases } from './rule-cases/shape-rules.ts';
import { allRules, apply, smallApi } from './small-api.ts';

/** One test for each rule, by the rule's name. */
const cases = { ...shapeCases, ...parameterCases, ...operationCases };

describe('each mending rule', () => {
  test.each(Object.entries(cases))('%s', (_, run) => run());

  test('has a name of its own, a reason in one line, and a test here', () => {
    const rules = [...allRules('cloud'), ...allRules('server')];
    expect([...new Set(rules.map(({ name }) => name))].sort()).toEqual(Object.keys(cases).sort());
    for (const { why } of rules) expect(why).toMatch(/^[^\n]{20,}$/);
    for (const product of ['cloud', 'server'] as const) {
      const names = allRules(product).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('is refused when it finds nothing to mend', () => {
    expect(() => apply(smallApi('server', { 'GET /a': {} }), 'text-numbers')).toThrow(
      'The rule text-numbers touches nothing in the server file',
    );
  });
});
