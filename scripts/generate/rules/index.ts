/** All mending rules of a product, in the order in which they stand on each other. */
import type { Product } from '../api.ts';
import { answerRules } from './answers.ts';
import { bodyRules } from './bodies.ts';
import { cloudAddedShapes } from './cloud-answers.ts';
import { cloudShapeRules } from './cloud-shapes.ts';
import { pagingRules } from './paging.ts';
import { parameterRules } from './parameters.ts';
import {
  addedOperations,
  type Delta,
  deprecatedOperations,
  endingOperations,
  removedOperations,
} from './removals.ts';
import type { Rule } from './rule.ts';
import { serverAddedShapes } from './server-answers.ts';
import { serverShapeRules } from './server-shapes.ts';

export function rulesFor(product: Product, delta: Delta | undefined): readonly Rule[] {
  const rules = [
    ...cloudShapeRules,
    ...serverShapeRules,
    cloudAddedShapes,
    serverAddedShapes,
    ...answerRules,
    ...bodyRules,
    ...parameterRules,
    ...(delta === undefined ? [] : [addedOperations(delta), removedOperations(delta)]),
    ...pagingRules,
    endingOperations,
    deprecatedOperations,
  ];
  return rules.filter(({ products }) => products.includes(product));
}
