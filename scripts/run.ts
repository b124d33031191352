/** Runs a command to its end and keeps what it said. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './package-json.ts';

export interface Outcome {
  /** `undefined` when the command could not be started, or was ended by a signal. */
  readonly code: number | undefined;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** Commands of this repository's own node_modules are found by name. */
export function run(
  command: string,
  args: readonly string[],
  { cwd }: { readonly cwd: string },
): Promise<Outcome> {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: undefined, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? undefined, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** Nothing for a command that ended well, else its last lines. */
export function problemsOf({ code, output }: Outcome): string[] {
  if (code === 0) return [];
  return [`exit code ${code ?? 'none'}`, ...output.trimEnd().split('\n').slice(-40)];
}
