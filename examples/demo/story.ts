/** The demo's steps, from the descriptor to the uninstall; each checks what it says. */
import { createHash } from 'node:crypto';
import type { BitbucketEmulator } from 'bitbucket-sdk/testing';
import type { Browser } from './browser.ts';
import { check, eventually, type Report } from './report.ts';
import type { ServiceProcess } from './service-process.ts';
import { cloneWorkTree, type WorkTree } from './work-tree.ts';

/** A delivery as the emulator sent it. */
export interface SentDelivery {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface Stage {
  readonly report: Report;
  readonly emulator: BitbucketEmulator;
  readonly emulatorUrl: string;
  readonly service: ServiceProcess;
  /** The browser of the user who installs. */
  readonly browser: Browser;
  /** `workspace/slug`. */
  readonly repository: string;
  readonly token: string;
  /** A temporary folder. */
  readonly folder: string;
  /** Hook deliveries that left the emulator, for sending one again. */
  readonly sent: readonly SentDelivery[];
  readonly signal: AbortSignal;
}

interface Choice {
  readonly identifier: string;
}

interface SearchChoice {
  readonly label: string;
  readonly value: string;
}

interface Commit {
  readonly id: string;
  readonly message: string;
  readonly author?: { readonly name: string };
  readonly patchSet?: readonly { readonly path: string; readonly type: string }[];
  readonly resolves: readonly string[];
}

interface Release {
  readonly commits: readonly Commit[];
}

/** Installs, links, pushes and reads; afterwards the app is installed and the repository linked. */
export async function tellStory(stage: Stage): Promise<{ clientKey: string }> {
  const { report } = stage;
  await report.step('the descriptor', () => readDescriptor(stage));
  let clientKey = '';
  await report.step('install', async () => {
    clientKey = await install(stage);
    return `the app is installed as ${clientKey}, bound to the organization by a state that works once`;
  });
  await report.step('search and link', () => linkRepository(stage));
  const tree = await cloneStep(stage);
  const start = await tree.git('rev-parse', '--verify', '--quiet', 'HEAD').catch(() => undefined);
  await report.step('push', () => pushTwoCommits(stage, tree));
  await report.step('release', () => compareRelease(stage, tree, start));
  await report.step('an issue', () => createIssue(stage));
  await report.step('a source link', () => openSource(stage, tree));
  await report.step('owners of a file', () => readOwners(stage));
  await report.step('a fault', () => surviveFault(stage, tree));
  await report.step('a restart', () => restart(stage));
  await report.step('a push of 12 commits', () => pushTwelveCommits(stage, tree));
  await report.step('a pull request', () => mergePullRequest(stage, tree));
  await report.step('a hook sent twice', () => sendTwice(stage));
  await report.step('a forged hook', () => forgeHook(stage));
  await report.step('a hijacking re-install', () => hijack(stage, clientKey));
  return { clientKey };
}

/** Uninstalls, and sees that nothing is taken in any more. */
export async function endStory(stage: Stage, clientKey: string): Promise<void> {
  await stage.report.step('uninstall', async () => {
    await stage.emulator.uninstall(clientKey);
    const [delivery] = stage.sent;
    check(delivery !== undefined, 'a delivery from before');
    const answer = await fetch(delivery.url, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
    });
    check(
      answer.status === 404,
      `a delivery for a disabled integration to be answered 404, not ${answer.status}`,
    );
    return 'the service disabled the integration and takes its deliveries no more';
  });
}

async function readDescriptor({ service }: Stage): Promise<string> {
  const response = await fetch(`${service.url}/bitbucket/descriptor`);
  const { key, scopes } = (await response.json()) as { key: string; scopes: string[] };
  check(response.status === 200 && key === 'bitbucket-sdk-example', 'the descriptor of the example app');
  return `${key} asks for ${scopes.join(', ')}`;
}

async function install({ service, emulatorUrl, browser }: Stage): Promise<string> {
  const { response, addresses } = await browser.open(`${service.url}/api/install`);
  check(response.status === 200, `the set-up page, not ${response.status}`);
  const [, site = '', setup = ''] = addresses;
  check(site.startsWith(`${emulatorUrl}/site/addons/authorize`), 'the way to lead over the install page');
  const query = new URL(setup).searchParams;
  check(query.has('state') && query.has('jwt'), 'the way back to bring the state and a JWT');
  const again = await fetch(setup);
  check(again.status !== 200 || (await again.text()).includes('form'), 'the state to work only once');
  return query.get('client_key') ?? '';
}

async function linkRepository(stage: Stage): Promise<string> {
  const { service, repository } = stage;
  const name = repository.split('/')[1] ?? '';
  const found = await search(stage, { field: 'repo', query: name });
  const choice = found.find(({ value }) => value === repository);
  check(choice !== undefined, `the search to find ${repository}`);
  const linked = await api<{ name: string; config: { webhookId: string } }>(service, '/repositories', {
    identifier: choice.value,
  });
  return `${linked.name} was found by search and has the hook ${linked.config.webhookId}`;
}

/** The app's own search endpoint, asked as the user who is logged in. */
async function search({ service, browser }: Stage, query: Record<string, string>): Promise<SearchChoice[]> {
  const address = await api<string>(service, '/search-address');
  const stranger = await fetch(`${address}?${new URLSearchParams(query)}`);
  check(stranger.status === 403, `a stranger's search to be answered 403, not ${stranger.status}`);
  const { response } = await browser.open(`${address}?${new URLSearchParams(query)}`);
  check(response.ok, `the search to succeed, not ${response.status} ${await peek(response)}`);
  return (await response.json()) as SearchChoice[];
}

async function createIssue(stage: Stage): Promise<string> {
  const { service, repository } = stage;
  const title = 'The greeting is too short';
  const issue = await api<{ key: string; url: string }>(service, '/issues', {
    title,
    description: 'Say **more**',
  });
  const [, id = ''] = issue.key.split('#');
  const found = await search(stage, { field: 'externalIssue', query: 'greeting', repo: repository });
  check(
    found.some(({ label }) => label === `#${id} ${title}`),
    `the search to find issue ${id}`,
  );
  const { values } = await rest<{ values: { content: { raw: string } }[] }>(stage, `/issues/${id}/comments`);
  check(values[0]?.content.raw.includes('Linked by'), 'a comment with the link');
  return `${issue.key} was created, commented with the link, and is found by search: ${issue.url}`;
}

async function openSource({ service }: Stage, tree: WorkTree): Promise<string> {
  const ref = await tree.git('rev-parse', 'HEAD');
  const query = new URLSearchParams({ path: '/srv/app/demo/more.txt', ref, line: '2' });
  const { url, text } = await api<{ url: string; text: string }>(service, `/source?${query}`);
  check(url.endsWith(`/src/${ref}/demo/more.txt#lines-2`), `an address of line 2, not ${url}`);
  check(text === 'and more', `the second line of the file, not ${text}`);
  return `line 2 of the stack trace's file is at ${url} and says «${text}»`;
}

async function readOwners({ service }: Stage): Promise<string> {
  const owners = await api<string[]>(service, '/owners?path=demo/more.txt');
  check(owners.join() === '@demo/greeters', `the owners by CODEOWNERS, not ${owners}`);
  return `demo/more.txt belongs to ${owners}`;
}

async function surviveFault(stage: Stage, tree: WorkTree): Promise<string> {
  const { emulator } = stage;
  const trouble = emulator.faults.add({
    match: { path: /diffstat/ },
    times: 1,
    fault: { kind: 'status', status: 503 },
  });
  const limit = emulator.faults.add({
    match: { path: /diffstat/ },
    times: 1,
    fault: { kind: 'rate-limit', retryAfter: 1 },
  });
  const hash = await tree.commit('Go on in spite of trouble', { 'demo/trouble.txt': 'none\n' });
  await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);
  await received(stage, [hash]);
  check(trouble.hits === 1 && limit.hits === 1, 'both faults to strike');
  return 'Bitbucket answered 503, then 429 with a wait of 1 s; the commit is here all the same';
}

async function restart(stage: Stage): Promise<string> {
  const before = await everything(stage);
  const { pid } = stage.service;
  await stage.service.restart();
  const after = await everything(stage);
  check(stage.service.pid !== pid && before.length > 0, 'another process');
  check(JSON.stringify(after) === JSON.stringify(before), 'the service to know what it knew');
  return `the service was killed and started again; it still knows all ${after.length} commits`;
}

async function mergePullRequest(stage: Stage, tree: WorkTree): Promise<string> {
  await tree.git('checkout', '--quiet', '-b', 'demo/feature');
  await tree.commit('Propose something', { 'demo/feature.txt': 'a feature\n' });
  await tree.git('push', '--quiet', 'origin', 'demo/feature');
  const { id } = await rest<{ id: number }>(stage, '/pullrequests', {
    title: 'A feature',
    source: { branch: { name: 'demo/feature' } },
    destination: { branch: { name: tree.branch } },
  });
  await rest(stage, `/pullrequests/${id}/comments`, { content: { raw: 'Well done' } });
  await rest(stage, `/pullrequests/${id}/approve`, {});
  await rest(stage, `/pullrequests/${id}/merge`, {});
  const expected = ['created', 'comment_created', 'approved', 'fulfilled'].map(
    (name) => `pullrequest:${name}`,
  );
  const told = async (): Promise<true | undefined> => {
    const events = await api<{ event: string }[]>(stage.service, '/events');
    return expected.every((name) => events.some(({ event }) => event === name)) ? true : undefined;
  };
  await eventually('the events of the pull request', told, stage.signal);
  return `opened, commented, approved and merged; the service received ${expected.join(', ')}`;
}

async function cloneStep({ report, emulatorUrl, repository, token, folder }: Stage): Promise<WorkTree> {
  const { host, protocol } = new URL(emulatorUrl);
  let tree: WorkTree | undefined;
  await report.step('clone', async () => {
    tree = await cloneWorkTree(`${protocol}//x-token-auth:${token}@${host}/${repository}.git`, folder);
    return `git cloned ${repository} over HTTP, at ${tree.branch}`;
  });
  check(tree !== undefined, 'a clone');
  return tree;
}

async function pushTwoCommits(stage: Stage, tree: WorkTree): Promise<string> {
  const owners = { '.bitbucket/CODEOWNERS': 'demo/ @demo/greeters\n' };
  const first = await tree.commit('Say hello\n\nFixes DEMO-1', { 'demo/hello.txt': 'hello\n', ...owners });
  await tree.git('mv', 'demo/hello.txt', 'demo/grüße.txt');
  const second = await tree.commit('Say it in German', { 'demo/more.txt': 'more\nand more\n' });
  await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);

  const commits = await received(stage, [first, second]);
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  check(byId.get(first)?.resolves.includes('DEMO-1'), 'the first commit to resolve DEMO-1');
  check(byId.get(first)?.author?.name === 'Ada Example', 'the author of the first commit');
  const changes = byId.get(second)?.patchSet?.map(({ type, path }) => `${type} ${path}`) ?? [];
  check(
    changes.join() === 'D demo/hello.txt,A demo/grüße.txt,A demo/more.txt',
    `the rename as D and A, not ${changes}`,
  );
  const line = stage.service.lines.find((text) => text.includes(first.slice(0, 7)));
  check(line !== undefined, 'the service to print the commit');
  return `the service received the signed hook and says «${line}»`;
}

async function compareRelease(
  { service }: Stage,
  tree: WorkTree,
  start: string | undefined,
): Promise<string> {
  const end = await tree.git('rev-parse', 'HEAD');
  const expected = await tree.git(
    'rev-list',
    start === undefined ? end : `${start}..${end}`,
    '--max-count=10',
  );
  const query = new URLSearchParams(start === undefined ? { end } : { start, end });
  const { commits } = await api<Release>(service, `/releases?${query}`);
  check(commits.map(({ id }) => id).join('\n') === expected, 'the commits that git itself lists');
  return `${commits.length} commits since the release before, as git lists them`;
}

async function pushTwelveCommits(stage: Stage, tree: WorkTree): Promise<string> {
  const hashes: string[] = [];
  for (let number = 1; number <= 12; number += 1) {
    hashes.push(await tree.commit(`Step ${number}`, { 'demo/steps.txt': `${number}\n` }));
  }
  await tree.git('push', '--quiet', 'origin', `HEAD:${tree.branch}`);
  await received(stage, hashes);
  return 'the hook lists 5, the service has all 12';
}

async function sendTwice(stage: Stage): Promise<string> {
  await stage.emulator.settled();
  const before = (await everything(stage)).length;
  const delivery = stage.sent.at(-1);
  check(delivery !== undefined, 'a delivery to send again');
  const again = await fetch(delivery.url, { method: 'POST', headers: delivery.headers, body: delivery.body });
  check(again.status === 200, `a repeated delivery to be answered 200, not ${again.status}`);
  check((await everything(stage)).length === before, 'no commit to be taken in twice');
  return 'answered 200, its listener did not run again';
}

async function forgeHook(stage: Stage): Promise<string> {
  const before = (await everything(stage)).length;
  const delivery = stage.sent.at(-1);
  check(delivery !== undefined, 'a delivery to tamper with');
  const headers = new Headers(delivery.headers);
  headers.set('x-request-uuid', '00000000-0000-0000-0000-000000000000');
  const body = delivery.body.replace('Step 12', 'Step 13');
  check(body !== delivery.body, 'a body that could be tampered with');
  const answer = await fetch(delivery.url, { method: 'POST', headers, body });
  check(answer.status === 401, `a tampered body to be answered 401, not ${answer.status}`);
  headers.delete('x-hub-signature');
  const unsigned = await fetch(delivery.url, { method: 'POST', headers, body });
  check(unsigned.status === 401, `an unsigned body to be answered 401, not ${unsigned.status}`);
  check((await everything(stage)).length === before, 'nothing to be taken in');
  return 'a tampered and an unsigned delivery were answered 401';
}

async function hijack({ service, emulatorUrl }: Stage, clientKey: string): Promise<string> {
  const sharedSecret = createHash('sha256').update('of the attacker').digest('hex');
  const principal = { type: 'team', uuid: '{00000000-0000-4000-8000-000000000000}', display_name: 'Mallory' };
  const body = {
    key: 'bitbucket-sdk-example',
    eventType: 'installed',
    productType: 'bitbucket',
    clientKey,
    sharedSecret,
    baseUrl: 'https://bitbucket.org',
    baseApiUrl: emulatorUrl,
    principal,
  };
  const answer = await post(`${service.url}/bitbucket/installed`, body);
  check(answer.status === 401, `an unsigned re-install to be answered 401, not ${answer.status}`);
  const found = await api<Choice[]>(service, '/repositories');
  check(found.length > 0, 'the service to work on with the secret it had');
  return 'a re-install with another secret was answered 401; the service works on';
}

/** Waits until the service has all of these commits. */
function received(stage: Stage, hashes: readonly string[]): Promise<readonly Commit[]> {
  const ask = async (): Promise<readonly Commit[] | undefined> => {
    const commits = await everything(stage);
    return hashes.every((hash) => commits.some(({ id }) => id === hash)) ? commits : undefined;
  };
  return eventually(`${hashes.length} commits to arrive`, ask, stage.signal);
}

async function everything({ service }: Stage): Promise<readonly Commit[]> {
  const pushes = await api<{ commits: Commit[] }[]>(service, '/received');
  return pushes.flatMap(({ commits }) => commits);
}

/** Bitbucket's own API, called as the owner of the token. */
async function rest<T>({ emulatorUrl, repository, token }: Stage, path: string, body?: object): Promise<T> {
  const response = await fetch(`${emulatorUrl}/2.0/repositories/${repository}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  check(response.ok, `${path} to succeed, not ${response.status} ${await peek(response)}`);
  return (await response.json()) as T;
}

async function api<T>(service: ServiceProcess, path: string, body?: object): Promise<T> {
  const url = `${service.url}/api${path}`;
  const response = body === undefined ? await fetch(url) : await post(url, body);
  check(response.ok, `${path} to succeed, not ${response.status} ${await peek(response)}`);
  return (await response.json()) as T;
}

const peek = async (response: Response): Promise<string> => (response.ok ? '' : response.text());

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
