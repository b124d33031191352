/** The example service as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';

export interface ServiceProcess {
  readonly url: string;
  readonly pid: number;
  /** What it has printed so far, over restarts. */
  readonly lines: readonly string[];
  /** Of the process that ran last; `null` while it runs, and if it had to be killed. */
  readonly exitCode: number | null;
  /** Kills it without a warning, and starts it again at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the service's file with Node, on a port that is free, and waits for the line that names its address. */
export async function startService(file: string, env: Record<string, string>): Promise<ServiceProcess> {
  const lines: string[] = [];
  const settings = { PATH: process.env['PATH'], PORT: await freePort(), ...env };
  let running = await launch(file, settings, lines);
  return {
    url: running.url,
    lines,
    get pid() {
      return running.child.pid ?? 0;
    },
    get exitCode() {
      return running.child.exitCode;
    },
    async restart() {
      await end(running.child, 'SIGKILL');
      running = await launch(file, settings, lines);
    },
    stop: () => end(running.child, 'SIGTERM'),
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function launch(file: string, env: NodeJS.ProcessEnv, lines: string[]): Promise<Running> {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const address = /^listening on (\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${code} before it listened`)));
  });
  return { child, url };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(killer);
}

/** A port that nobody listens on now; the service needs to know its own before it starts. */
export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
