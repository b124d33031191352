/** Comparisons of types, for tests that the compiler runs. */

/** `true` where both are the same type; unlike assignability it tells `any` and a missing optional key apart. */
export type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

export type IsAny<T> = 0 extends 1 & T ? true : false;

/** Compiles where the condition is `true`. */
export const holds = <Condition extends true>(..._: readonly Condition[]): void => {};
