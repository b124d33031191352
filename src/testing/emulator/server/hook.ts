/** A hook of a repository or project, and what became of what it was sent. */

export type HookOutcome = 'SUCCESS' | 'FAILURE' | 'ERROR';

/** One delivery, or one test of an address. */
export interface Invocation {
  readonly id: number;
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly finish: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body: string;
  };
  readonly result: {
    readonly outcome: HookOutcome;
    /** The status, or why there is none. */
    readonly description: string;
    readonly headers: Record<string, string>;
    readonly body: string;
  };
}

/** The last delivery of each outcome, and how many there were. */
export interface InvocationHistory {
  readonly last: Map<HookOutcome, Invocation>;
  readonly counts: Map<HookOutcome, number>;
  readonly since: number;
}

export interface HookCredentials {
  readonly username: string;
  readonly password: string;
}

export interface ServerHook {
  readonly id: number;
  readonly scopeType: 'repository' | 'project';
  readonly createdDate: number;
  updatedDate: number;
  name: string;
  url: string;
  active: boolean;
  events: readonly string[];
  configuration: Readonly<Record<string, unknown>>;
  credentials: HookCredentials | undefined;
  sslVerificationRequired: boolean;
  /** By event. */
  readonly history: Map<string, InvocationHistory>;
  latest: Invocation | undefined;
}

export function secretOf({ configuration }: ServerHook): string | undefined {
  const { secret } = configuration as { secret?: unknown };
  return typeof secret === 'string' && secret !== '' ? secret : undefined;
}

export function remember(hook: ServerHook, invocation: Invocation): void {
  const { event, result, start } = invocation;
  const history = hook.history.get(event) ?? { last: new Map(), counts: new Map(), since: start };
  history.last.set(result.outcome, invocation);
  history.counts.set(result.outcome, (history.counts.get(result.outcome) ?? 0) + 1);
  hook.history.set(event, history);
  hook.latest = invocation;
}
