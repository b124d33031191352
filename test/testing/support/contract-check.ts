/** Holds an answer to a shape of the contract. */
import { kinds, type Shape } from '../contract.ts';

/** What is wrong, each with where it stands; empty when all is well. */
export function shapeProblems(shape: Shape, value: unknown, at = '$'): string[] {
  if (typeof shape === 'string') return kindProblems(shape, value, at);
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${at}: is no list`];
    const [inner = 'nothing'] = shape;
    return value.flatMap((item, index) => shapeProblems(inner, item, `${at}[${index}]`));
  }
  if (kinds['object']?.(value) !== true) return [`${at}: is no object`];
  const fields = value as Record<string, unknown>;
  return Object.entries(shape).flatMap(([name, inner]) => {
    const plain = name.replace(/\?$/, '');
    if (plain in fields) return shapeProblems(inner, fields[plain], `${at}.${plain}`);
    return name === plain ? [`${at}.${plain}: is missing`] : [];
  });
}

const isList = (shape: Shape): shape is readonly Shape[] => Array.isArray(shape);

function kindProblems(kind: string, value: unknown, at: string): string[] {
  if (kind.startsWith('='))
    return value === kind.slice(1) ? [] : [`${at}: is ${JSON.stringify(value)}, not ${kind.slice(1)}`];
  const [name = '', orNull] = kind.split('|');
  if (value === null && orNull === 'null') return [];
  const fits = kinds[name];
  if (fits === undefined) throw new Error(`The contract has a kind that is not known: ${kind}`);
  return fits(value) ? [] : [`${at}: ${JSON.stringify(value)?.slice(0, 100)} is no ${name}`];
}
