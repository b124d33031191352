/** Makes a certificate that signs itself, for an emulator that is served by https. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../../errors/config-error.ts';

/** A private key and the certificate for it, as PEM text. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

/**
 * A certificate for the host and for `localhost`, valid for a month.
 *
 * @throws ConfigError `invalid_option` when the `openssl` command is missing or refuses
 */
export async function makeCertificate(folder: string, host: string): Promise<ServerIdentity> {
  const place = await mkdtemp(join(folder, 'tls-'));
  const names = new Set(['DNS:localhost', `${isIP(host) === 0 ? 'DNS' : 'IP'}:${host}`]);
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-sha256'];
  const files = ['-keyout', 'key.pem', '-out', 'cert.pem'];
  const who = ['-subj', '/CN=bitbucket-emulator', '-addext', `subjectAltName=${[...names].join(',')}`];
  try {
    await promisify(execFile)('openssl', ['req', '-x509', ...curve, ...files, ...who, '-days', '30'], {
      cwd: place,
    });
    const read = (file: string): Promise<string> => readFile(join(place, file), 'utf8');
    return { key: await read('key.pem'), cert: await read('cert.pem') };
  } catch (cause) {
    throw new ConfigError(
      'tls',
      'no certificate could be made by the command openssl',
      'Have openssl on the PATH, or pass { key, cert } of your own',
      { cause },
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
