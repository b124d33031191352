/** Drives every operation of a product through its client against the judge, and says what came of each. */
import { isDeepStrictEqual } from 'node:util';
import type { OpenApi } from '../../scripts/generate/openapi.ts';
import { accessToken } from '../../src/auth/access-token.ts';
import { BitbucketApiClient } from '../../src/cloud/client.ts';
import { BitbucketServer } from '../../src/server/client.ts';
import type { FetchLike } from '../../src/shared/types.ts';
import { type Facts, type OperationFacts, type Product, readFacts } from '../operations/facts.ts';
import { judgingDocument } from './document.ts';
import { type Judge, startJudge } from './judge.ts';
import { isPage, type SampleCall, sampleAnswer, sampleCall } from './samples.ts';

export interface Outcome {
  readonly route: string;
  /** What went wrong; `undefined` where all was right. */
  readonly fault: string | undefined;
}

export interface RunOptions {
  /** Instead of the product's own facts. */
  readonly facts?: Facts;
  /** Stands between the client and the judge. */
  readonly fetch?: FetchLike;
}

/** A client as the run calls it: by routes that are not known when this is compiled. */
export interface AnyClient {
  request(route: string, options: SampleCall): Promise<unknown>;
  paginate(route: string, options: SampleCall): AsyncIterable<unknown>;
}

export async function runContract(product: Product, options: RunOptions = {}): Promise<Outcome[]> {
  const facts = options.facts ?? readFacts(product);
  const document = judgingDocument(facts, product);
  const judge = await startJudge(product, facts, document);
  try {
    const client = clientFor(product, judge.origin, options.fetch);
    const outcomes: Outcome[] = [];
    for (const operation of facts.operations) {
      const fault = await faultOf({ client, judge, document }, operation);
      outcomes.push({ route: operation.route, fault });
    }
    return outcomes;
  } finally {
    await judge.close();
  }
}

export function clientFor(product: Product, baseUrl: string, fetch?: FetchLike): AnyClient {
  const options = { baseUrl, fetch, auth: accessToken('t'), retry: { limit: 0 } };
  const client = product === 'cloud' ? new BitbucketApiClient(options) : new BitbucketServer(options);
  return client as unknown as AnyClient;
}

interface Contract {
  readonly client: AnyClient;
  readonly judge: Judge;
  readonly document: OpenApi;
}

async function faultOf(contract: Contract, operation: OperationFacts): Promise<string | undefined> {
  const { client, judge, document } = contract;
  const { route, typed } = operation;
  const call = sampleCall(operation, document);
  const { body } = sampleAnswer(operation, document);
  const before = judge.accepted.length;
  try {
    const result = await client.request(route, call);
    if (!matches(result, body)) return `it gave ${JSON.stringify(result)?.slice(0, 200)}`;
    const fault = typed.paged ? await faultOfPages(contract, operation, call) : undefined;
    if (fault !== undefined) return fault;
  } catch (error) {
    return String(error);
  }
  const accepted = judge.accepted.slice(before);
  const others = accepted.filter((taken) => taken !== route);
  return accepted.length > 0 && others.length === 0
    ? undefined
    : `it was taken for ${others.join() || 'nothing'}`;
}

/** The judge has two pages of everything, but for what is only redirected to. */
async function faultOfPages({ client, document }: Contract, operation: OperationFacts, call: SampleCall) {
  const { body, location } = sampleAnswer(operation, document);
  const values = isPage(body) ? body.values : [];
  const due = location === undefined ? [...values, ...values] : values;
  const items = await Array.fromAsync(client.paginate(operation.route, call));
  return isDeepStrictEqual(items, plain(due))
    ? undefined
    : `its pages gave ${items.length} items, not ${due.length}`;
}

function matches(result: unknown, body: unknown): boolean {
  if (typeof body === 'string')
    return result === body || new TextDecoder().decode(result as Uint8Array) === body;
  if (!isPage(body)) return isDeepStrictEqual(result, plain(body));
  return isPage(result) && isDeepStrictEqual(result.values, plain(body.values));
}

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
