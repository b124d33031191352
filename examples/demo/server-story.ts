/** The steps of the demo on Bitbucket Server, from the application link to the end; each checks what it says. */
import type { BitbucketEmulator } from 'bitbucket-sdk/testing';
import { Browser, type PlainFetch } from './browser.ts';
import { check, eventually, type Report } from './report.ts';
import type { ServiceProcess } from './service-process.ts';
import { cloneWorkTree, type WorkTree } from './work-tree.ts';

/** A delivery as the emulator sent it. */
interface SentDelivery {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface ServerStage {
  readonly report: Report;
  readonly emulator: BitbucketEmulator;
  /** The server's address with its context path. */
  readonly server: string;
  readonly service: ServiceProcess;
  /** `PROJECT/slug`. */
  readonly repository: string;
  readonly token: string;
  /** Of the application link. */
  readonly consumerKey: string;
  readonly privateKey: string;
  /** A temporary folder. */
  readonly folder: string;
  /** The server's certificate, which nobody else has signed. */
  readonly caFile: string;
  /** Trusts that certificate. */
  readonly fetch: PlainFetch;
  readonly browser: Browser;
  /** Hook deliveries that left the emulator, for sending one again. */
  readonly sent: readonly SentDelivery[];
  readonly signal: AbortSignal;
}

interface Commit {
  readonly id: string;
  readonly author?: { readonly name: string };
  readonly patchSet?: readonly { readonly path: string; readonly type: string }[];
  readonly resolves: readonly string[];
}

interface Linked {
  readonly name: string;
  readonly config: { readonly webhookId: string };
}

/** Connects, links, pushes and reads; afterwards the server is connected and the repository linked. */
export async function tellServerStory(stage: ServerStage): Promise<void> {
  const { report } = stage;
  let linked: Linked | undefined;
  await report.step('the form', () => fillInWrongly(stage));
  await report.step('connect', () => connect(stage));
  await report.step('search and link', async () => {
    linked = await linkRepository(stage);
    return `${linked.name} was found by search and has the hook ${linked.config.webhookId}`;
  });
  const tree = await cloneStep(stage);
  const start = await tree.git('rev-parse', '--verify', '--quiet', 'HEAD').catch(() => undefined);
  await report.step('push', () => pushTwoCommits(stage, tree));
  await report.step('release', () => compareRelease(stage, tree, start));
  await report.step('a push of 12 commits', () => pushTwelveCommits(stage, tree));
  await report.step('a hook sent twice', () => sendTwice(stage));
  await report.step('a forged hook', () => forgeHook(stage));
  await report.step('a ping', () => ping(stage, linked));
}

/** Disables the integration, and sees that nothing is taken in any more. */
export async function endServerStory(stage: ServerStage): Promise<void> {
  await stage.report.step('disconnect', async () => {
    await api(stage, '/disconnect', {});
    const [delivery] = stage.sent;
    check(delivery !== undefined, 'a delivery from before');
    const before = await everything(stage).then(({ length }) => length);
    const { status } = await send(delivery, delivery.headers, delivery.body);
    check(status === 401, `a hook of a disabled integration to be answered 401, not ${status}`);
    check((await everything(stage)).length === before, 'nothing to be taken in');
    return 'the integration is disabled; a hook that was right before is refused';
  });
}

const typed = ({ server, consumerKey, privateKey }: ServerStage): Record<string, string> => ({
  url: server,
  verifyTls: 'on',
  consumerKey,
  privateKey,
});

async function openForm({ browser, service }: ServerStage): Promise<string> {
  const { response } = await browser.open(`${service.url}/api/connect`);
  check(response.status === 200, `the form, not ${response.status}`);
  return response.text();
}

async function fillInWrongly(stage: ServerStage): Promise<string> {
  const form = await openForm(stage);
  const wrong = { ...typed(stage), url: 'git.example.com', privateKey: 'no key' };
  const { response } = await stage.browser.submit(form, wrong);
  const page = await response.text();
  check(response.status === 400, `a wrong form to be shown again with 400, not ${response.status}`);
  check(
    page.includes('begins with https://') && page.includes('This key cannot be used'),
    'a word for each field',
  );
  check(!page.includes('no key'), 'the key not to be shown again');
  return 'an address without https and a broken key are each told where they stand';
}

async function connect(stage: ServerStage): Promise<string> {
  const { browser, server, service } = stage;
  const { response, addresses } = await browser.submit(await openForm(stage), typed(stage));
  const page = await response.text();
  check(response.status === 200 && page.includes('is connected'), `to be connected, not ${response.status}`);
  const [, agreed = '', back = ''] = addresses;
  check(agreed.startsWith(`${server}/plugins/servlet/oauth/authorize?`), 'the way to lead over the server');
  check(back.startsWith(`${service.url}/bitbucket/server/setup/callback?`), 'the way to lead back');
  const query = new URL(back).searchParams;
  check(query.has('oauth_token') && query.has('oauth_verifier'), 'a token and a verifier on the way back');
  for (const [who, other] of [
    ['the same', browser],
    ['another', new Browser()],
  ] as const) {
    const { status } = (await other.open(back)).response;
    check(status === 403, `the callback to be refused in ${who} browser afterwards, not ${status}`);
  }
  return 'the application link was agreed to at the server by signed requests; the callback holds once, in this browser';
}

async function linkRepository(stage: ServerStage): Promise<Linked> {
  const name = stage.repository.split('/')[1] ?? '';
  const query = new URLSearchParams({ query: name });
  const found = await api<{ identifier: string }[]>(stage, `/repositories?${query}`);
  const choice = found.find(({ identifier }) => identifier === stage.repository);
  check(choice !== undefined, `the search to find ${stage.repository}`);
  return api<Linked>(stage, '/repositories', { identifier: choice.identifier });
}

async function cloneStep({
  report,
  server,
  repository,
  token,
  folder,
  caFile,
}: ServerStage): Promise<WorkTree> {
  let tree: WorkTree | undefined;
  await report.step('clone', async () => {
    const address = `${server.replace('://', `://x-token-auth:${token}@`)}/scm/${repository.toLowerCase()}.git`;
    tree = await cloneWorkTree(address, folder, { GIT_SSL_CAINFO: caFile });
    return `git cloned ${repository} over https, at ${tree.branch}`;
  });
  check(tree !== undefined, 'a clone');
  return tree;
}

async function pushTwoCommits(stage: ServerStage, tree: WorkTree): Promise<string> {
  const first = await tree.commit('Say hello\n\nFixes DEMO-1', { 'demo/hello.txt': 'hello\n' });
  await tree.git('mv', 'demo/hello.txt', 'demo/grüße.txt');
  const second = await tree.commit('Say it in German', { 'demo/more.txt': 'more\n' });
  await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);

  const commits = new Map((await received(stage, [first, second])).map((commit) => [commit.id, commit]));
  check(commits.get(first)?.resolves.includes('DEMO-1'), 'the first commit to resolve DEMO-1');
  check(commits.get(first)?.author?.name === 'Ada Example', 'the author of the first commit');
  const changes = commits.get(second)?.patchSet?.map(({ type, path }) => `${type} ${path}`) ?? [];
  check(
    changes.join() === 'D demo/hello.txt,A demo/grüße.txt,A demo/more.txt',
    `the rename as D and A, not ${changes}`,
  );
  const line = stage.service.lines.find((text) => text.includes(first.slice(0, 7)));
  check(line !== undefined, 'the service to print the commit');
  return `the service received the signed hook and says «${line}»`;
}

async function compareRelease(
  stage: ServerStage,
  tree: WorkTree,
  start: string | undefined,
): Promise<string> {
  const end = await tree.git('rev-parse', 'HEAD');
  const range = start === undefined ? end : `${start}..${end}`;
  const expected = await tree.git('rev-list', range, '--max-count=10', '--no-merges');
  const query = new URLSearchParams(start === undefined ? { end } : { start, end });
  const { commits } = await api<{ commits: Commit[] }>(stage, `/releases?${query}`);
  check(commits.map(({ id }) => id).join('\n') === expected, 'the commits that git itself lists');
  return `${commits.length} commits since the release before, as git lists them`;
}

async function pushTwelveCommits(stage: ServerStage, tree: WorkTree): Promise<string> {
  const hashes: string[] = [];
  for (let number = 1; number <= 12; number += 1) {
    hashes.push(await tree.commit(`Step ${number}`, { 'demo/steps.txt': `${number}\n` }));
  }
  await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);
  await received(stage, hashes);
  const { commits } = JSON.parse(stage.sent.at(-1)?.body ?? '{}') as { commits?: unknown[] };
  check(commits?.length === 5, 'the hook to list 5 commits');
  return 'the hook lists 5, the service has all 12';
}

async function sendTwice(stage: ServerStage): Promise<string> {
  await stage.emulator.settled();
  const before = (await everything(stage)).length;
  const delivery = stage.sent.at(-1);
  check(delivery !== undefined, 'a delivery to send again');
  const { status } = await send(delivery, delivery.headers, delivery.body);
  check(status === 200, `a repeated delivery to be answered 200, not ${status}`);
  check((await everything(stage)).length === before, 'no commit to be taken in twice');
  return 'answered 200, its listener did not run again';
}

async function forgeHook(stage: ServerStage): Promise<string> {
  const before = (await everything(stage)).length;
  const delivery = stage.sent.at(-1);
  check(delivery !== undefined, 'a delivery to tamper with');
  const headers = new Headers(delivery.headers);
  headers.set('x-request-id', '00000000-0000-0000-0000-000000000000');
  const body = delivery.body.replace('Step 12', 'Step 13');
  check(body !== delivery.body, 'a body that could be tampered with');
  const tampered = await send(delivery, headers, body);
  check(tampered.status === 401, `a tampered body to be answered 401, not ${tampered.status}`);
  headers.delete('x-hub-signature');
  const unsigned = await send(delivery, headers, delivery.body);
  check(unsigned.status === 401, `an unsigned body to be answered 401, not ${unsigned.status}`);
  check((await everything(stage)).length === before, 'nothing to be taken in');
  return 'a tampered and an unsigned delivery were answered 401';
}

/** The button «Test connection» beside a hook. */
async function ping(
  { fetch, server, repository, token }: ServerStage,
  linked: Linked | undefined,
): Promise<string> {
  const [projectKey, slug] = repository.split('/');
  const hooks = `${server}/rest/api/latest/projects/${projectKey}/repos/${slug}/webhooks`;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${hooks}/test?webhookId=${linked?.config.webhookId}`, {
    method: 'POST',
    headers,
  });
  const { response } = (await answer.json()) as { response: { outcome: string; statusCode: number } };
  check(
    answer.ok && response.statusCode === 200,
    `the ping to be answered 200, not ${JSON.stringify(response)}`,
  );
  return 'the unsigned test of the connection was answered 200';
}

/** Waits until the service has all of these commits. */
function received(stage: ServerStage, hashes: readonly string[]): Promise<readonly Commit[]> {
  const ask = async (): Promise<readonly Commit[] | undefined> => {
    const commits = await everything(stage);
    return hashes.every((hash) => commits.some(({ id }) => id === hash)) ? commits : undefined;
  };
  return eventually(`${hashes.length} commits to arrive`, ask, stage.signal);
}

async function everything(stage: ServerStage): Promise<readonly Commit[]> {
  const pushes = await api<{ commits: Commit[] }[]>(stage, '/received');
  return pushes.flatMap(({ commits }) => commits);
}

const send = ({ url }: SentDelivery, headers: Headers, body: string): Promise<Response> =>
  fetch(url, { method: 'POST', headers, body });

/** The service's own routes. */
async function api<T>({ service }: ServerStage, path: string, body?: object): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  };
  const response = await fetch(`${service.url}/api${path}`, body === undefined ? {} : init);
  if (!response.ok) throw new Error(`${path} was answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
