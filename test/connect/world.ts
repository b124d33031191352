/** A small world for the Connect tests: a clock to move, a log to read, and a Bitbucket that knows some secrets. */
import { verifyConnectJwt } from 'bitbucket-sdk/auth';
import {
  createInstalledEndpoint,
  type InboundHandler,
  type InstallationStore,
  type InstalledBody,
  type InstalledEndpointOptions,
} from 'bitbucket-sdk/connect';
import { type ConnectSigner, connectRequest } from 'bitbucket-sdk/testing';
import type { LogFields, Logger } from '../../src/shared/logger.ts';
import { memoryInstallations } from '../../src/stores/memory/installations.ts';

export const baseUrl = 'https://app.example.com/bitbucket';
export const appKey = 'example-app';
export const clientKey = 'connection:1234567';
export const sharedSecret = 'c2FtcGxlLXNoYXJlZC1zZWNyZXQtb2YtdGhpcnR5';
export const uuid = '{5a1f8e1c-7d4b-4f0e-9d3a-2b6c8e0f1a35}';
export const otherUuid = '{99999999-7d4b-4f0e-9d3a-2b6c8e0f1a35}';
export const signer: ConnectSigner = { clientKey, sharedSecret };

export interface MovableClock {
  (): number;
  time: number;
}

export function movableClock(time = Date.UTC(2026, 10, 20)): MovableClock {
  const clock: MovableClock = Object.assign(() => clock.time, { time });
  return clock;
}

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

export function readableLog(): { logger: Logger; lines: LogLine[]; codes(): unknown[] } {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      lines.push({ level, message, fields });
    };
  const logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  const codes = () => lines.flatMap(({ fields }) => ('code' in fields ? [fields['code']] : []));
  return { logger, lines, codes };
}

export interface BitbucketCall {
  readonly method: string;
  readonly url: string;
  readonly token: string;
}

/** Answers the proof as Bitbucket does: 200 to a token that a known secret signed for that very address, else 401. */
export function fakeBitbucket({
  secrets = new Map([[clientKey, sharedSecret]]),
  now,
  answer,
}: {
  secrets?: ReadonlyMap<string, string>;
  now: () => number;
  answer?: () => Response | Promise<Response>;
}) {
  const calls: BitbucketCall[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const method = init.method ?? 'GET';
    const token = (new Headers(init.headers).get('authorization') ?? '').replace(/^JWT /, '');
    calls.push({ method, url, token });
    if (answer !== undefined) return answer();
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
    };
    try {
      await verifyConnectJwt({ token, method, url, sharedSecret: secrets.get(sub) ?? 'none', now });
    } catch {
      return Response.json({ type: 'error', error: { message: 'Unauthorized' } }, { status: 401 });
    }
    return Response.json({ values: [], pagelen: 10 });
  };
  return { fetch, calls };
}

export interface InstalledWorld {
  readonly store: InstallationStore;
  readonly now: MovableClock;
  readonly log: ReturnType<typeof readableLog>;
  readonly calls: BitbucketCall[];
  readonly endpoint: InboundHandler;
  /** Posts an `installed` body, signed if a signer is given. */
  install(body?: Partial<InstalledBody>, signedBy?: ConnectSigner): Promise<Response>;
}

export function installedWorld(
  options: Partial<InstalledEndpointOptions> & {
    secrets?: ReadonlyMap<string, string>;
    answer?: () => Response | Promise<Response>;
  } = {},
): InstalledWorld {
  const { secrets, answer, ...rest } = options;
  const now = movableClock();
  const log = readableLog();
  const store = options.store ?? memoryInstallations();
  const bitbucket = fakeBitbucket({ now, ...(secrets ? { secrets } : {}), ...(answer ? { answer } : {}) });
  const { logger } = log;
  const endpoint = createInstalledEndpoint({
    appKey,
    baseUrl,
    fetch: bitbucket.fetch,
    now,
    logger,
    ...rest,
    store,
  });
  return {
    store,
    now,
    log,
    calls: bitbucket.calls,
    endpoint,
    install: async (body = {}, signedBy) =>
      endpoint(await connectRequest({ kind: 'installed', baseUrl, now, body, signedBy })),
  };
}
