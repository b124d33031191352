/** A Bitbucket Server by hand: lists of any length in its pages, and a client for it. */
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketServer, type BitbucketServerOptions } from 'bitbucket-sdk/server';
import type { RecordedRequest, TestAnswer, TestServer } from '../http-server.ts';

export const projectRepo = '/rest/api/latest/projects/ACME/repos/api';

export const client = (
  { origin }: Pick<TestServer, 'origin'>,
  options: Partial<BitbucketServerOptions> = {},
): BitbucketServer =>
  new BitbucketServer({ baseUrl: origin, auth: accessToken('t'), retry: { limit: 0 }, ...options });

export const urlOf = ({ url }: RecordedRequest): URL => new URL(url, 'http://server.example');

/** A page as Bitbucket gives it: at most `most` items, whatever was asked for. */
export function pageOf(
  request: RecordedRequest,
  items: { readonly length: number; at(index: number): unknown },
  most = Number.POSITIVE_INFINITY,
): TestAnswer {
  const { searchParams } = urlOf(request);
  const start = Number(searchParams.get('start') ?? 0);
  const limit = Number(searchParams.get('limit') ?? 25);
  const end = Math.min(start + limit, start + most, items.length);
  const isLastPage = end >= items.length;
  return {
    body: {
      values: Array.from({ length: Math.max(0, end - start) }, (_, index) => items.at(start + index)),
      size: end - start,
      limit,
      start,
      isLastPage,
      nextPageStart: isLastPage ? null : end,
    },
  };
}

export const errorAnswer = (
  status: number,
  ...errors: { context?: string | null; message: string; exceptionName?: string | null }[]
): TestAnswer => ({ status, body: { errors } });
