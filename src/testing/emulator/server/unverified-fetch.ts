/** A fetch for hooks that do without `sslVerificationRequired`: any certificate will do. */
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { FetchLike } from '../../../shared/types.ts';

/** Takes what the sender of hooks passes: text headers and bytes. The global fetch cannot do without verification. */
export const fetchUnverified: FetchLike = (url, init) =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, body, signal } = init;
    const options = {
      method,
      headers: Object.fromEntries(new Headers(headers)),
      ...(signal ? { signal } : {}),
    };
    const request = url.startsWith('https:')
      ? requestTls(url, { ...options, rejectUnauthorized: false })
      : requestPlain(url, options);
    request.once('error', reject);
    request.once('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        const status = answer.statusCode ?? 500;
        const isEmpty = status === 204 || status === 304;
        resolve(
          new Response(isEmpty ? null : Buffer.concat(chunks), {
            status,
            headers: headersOf(answer.rawHeaders),
          }),
        );
      });
    });
    request.end(body);
  });

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers.append(raw[index] ?? '', raw[index + 1] ?? '');
  return headers;
}
