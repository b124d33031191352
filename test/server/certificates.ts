/** Certificates for a test, made by the openssl command in a directory of their own, which goes away with it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished, test } from 'vitest';

export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  /** What clients trust. */
  readonly ca: string;
  /** Of 127.0.0.1, by that CA. */
  readonly server: Identity;
  /** Of a client, by that CA. */
  readonly client: Identity;
}

/** The command that makes them; the variable names another one, of LibreSSL say. */
const command = process.env['OPENSSL'] ?? 'openssl';

const hasOpenssl = ((): boolean => {
  try {
    execFileSync(command, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Tests that need certificates; where the command is not there, one skipped test that says so stands in their place. */
export function describeWithOpenssl(title: string, tests: () => void): void {
  describe(title, () => {
    if (hasOpenssl) tests();
    else test.skip('not run: the command openssl, which makes the certificates, is not there', () => {});
  });
}

/** A CA of its own, and what it signed. */
export function makeCertificates(name: string): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'bitbucket-sdk-tls-'));
  const openssl = (...input: string[]): void => {
    execFileSync(command, input, { cwd: directory, stdio: 'ignore' });
  };
  const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const sign = (subject: string, extensions: string): Identity => {
    writeFileSync(join(directory, `${subject}.ext`), extensions);
    openssl(
      'req',
      ...curve,
      '-keyout',
      `${subject}.key`,
      '-out',
      `${subject}.csr`,
      '-subj',
      `/CN=${subject}`,
    );
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    const out = ['-out', `${subject}.pem`, '-extfile', `${subject}.ext`];
    openssl('x509', '-req', '-in', `${subject}.csr`, ...by, ...out);
    return { cert: read(`${subject}.pem`), key: read(`${subject}.key`) };
  };
  try {
    openssl(
      'req',
      '-x509',
      ...curve,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
    );
    return {
      ca: read('ca.pem'),
      server: sign('server', 'subjectAltName=IP:127.0.0.1\n'),
      client: sign('client', 'extendedKeyUsage=clientAuth\n'),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** An https server on a port of its own, stopped when the test ends. */
export async function listenTls(options: ServerOptions, listener: RequestListener): Promise<string> {
  const server = createServer(options, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
