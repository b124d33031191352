/** How much is cleared away when: more than comes in, little enough that nobody waits for it. */

/** Calls between two clearings. */
const callsBetween = 64;
/** Rows that one clearing deletes at most. */
export const rowsAtOnce = 256;

/** Gives a function that is true on its first call, so that processes that live shortly clear, too, and then now and again. */
export function everyFew(): () => boolean {
  let calls = 0;
  return () => calls++ % callsBetween === 0;
}
