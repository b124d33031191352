/** A line for each check of a script, and an exit code of 1 when one of them found a problem. */

export interface Report {
  /** Prints the check's name, then its problems; none means that it holds. */
  check(name: string, problems: readonly string[]): void;
  /** Prints a figure that nothing depends on. */
  note(text: string): void;
  /** Prints how many checks failed, if any, and sets the exit code. */
  end(): void;
}

export function createReport(print: (line: string) => void = console.log): Report {
  let failed = 0;
  return {
    check(name, problems) {
      if (problems.length > 0) failed += 1;
      print(`${problems.length > 0 ? '✗' : '✓'} ${name}`);
      for (const problem of problems) print(`    ${problem}`);
    },
    note: (text) => print(`  ${text}`),
    end() {
      if (failed === 0) return;
      print(`${failed} of the checks failed`);
      process.exitCode = 1;
    },
  };
}
