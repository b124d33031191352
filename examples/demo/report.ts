/** Tells the demo's story: a line for each step, and what was not as it should be. */

export interface Report {
  /** Runs a step and prints its line. The step gives the words for what happened. */
  step(title: string, run: () => Promise<string>): Promise<void>;
}

/** With `quiet` the lines go to standard error, since standard output belongs to JSON then. */
export function createReport({ quiet }: { quiet: boolean }): Report {
  const print = quiet ? console.error : console.log;
  let number = 0;
  return {
    async step(title, run) {
      number += 1;
      const started = performance.now();
      const label = `${String(number).padStart(2)}. ${title}`;
      try {
        const happened = await run();
        print(`ok      ${label}: ${happened} (${Math.round(performance.now() - started)} ms)`);
      } catch (error) {
        print(`FAILED  ${label}: ${error instanceof Error ? error.message : String(error)}`);
        throw error;
      }
    },
  };
}

/** Ends the step unless the condition holds. */
export function check(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`expected ${what}`);
}

/** Asks again and again until there is an answer. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  signal: AbortSignal,
): Promise<T> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    signal.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited 15 s for ${what}`);
}
