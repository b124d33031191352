/**
 * The example service without its web framework: an app that is installed on Bitbucket Cloud, and what the service's own
 * users do with it. express-service.ts and fastify-service.ts put it behind routes.
 *
 * It knows one organization and trusts a cookie that anybody can make. Your service has users and sessions of its own:
 * put them in session.ts.
 */
import { randomUUID } from 'node:crypto';
import {
  type BitbucketApp,
  type BitbucketIntegration,
  createBitbucketApp,
  type LinkedRepository,
} from 'bitbucket-sdk/integration';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import { describeCommit } from './describe-commit.ts';
import { openReceivedCommits } from './received-commits.ts';
import { authorize, organizationId, sessionOf } from './session.ts';

export interface HostServiceOptions {
  /** Where the world reaches the service. For a real Bitbucket: https. */
  readonly origin: string;
  /** The file that everything is kept in, secrets of installations included; it is made for its owner only. */
  readonly database: string;
  /** An emulator instead of Bitbucket. */
  readonly apiUrl: string | undefined;
  readonly siteUrl: string | undefined;
}

/** Where the service's code lies in production, and where it lies in the repository. */
const stackRoot = '/srv/app/';

export function createHostService({ origin, database, apiUrl, siteUrl }: HostServiceOptions) {
  const store = sqliteStore(database);
  const received = openReceivedCommits(database);
  const events: { readonly event: string; readonly repository: string }[] = [];

  const bitbucket: BitbucketApp = createBitbucketApp({
    baseUrl: `${origin}/bitbucket`,
    key: 'bitbucket-sdk-example',
    name: 'Example service',
    description: 'Shows commits, their authors and the issues that they resolve',
    vendor: { name: 'bitbucket-sdk', url: 'https://www.npmjs.com/package/bitbucket-sdk' },
    store,
    client: { baseUrl: apiUrl },
    siteUrl,
    commits: { fileChanges: true },
    hookEvents: ['pullrequest:created', 'pullrequest:comment_created', 'pullrequest:approved'],
    authorize,
    onCommits({ repository, commits }) {
      for (const commit of received.add(repository, commits)) console.log(describeCommit(commit));
    },
    onEvent({ eventKey, repository }) {
      events.push({ event: eventKey, repository: repository.name });
      console.log(`${repository.name}: ${eventKey}`);
    },
  });

  async function currentIntegration(): Promise<BitbucketIntegration> {
    const [integration] = await bitbucket.getIntegrations(organizationId);
    if (integration === undefined) throw new Error('The app is not installed: open /api/install first');
    return integration;
  }

  async function current(): Promise<{ integration: BitbucketIntegration; repository: LinkedRepository }> {
    const integration = await currentIntegration();
    const [repository] = await store.repositories.list(integration.record.id);
    if (repository === undefined) throw new Error('No repository is linked: POST one to /api/repositories');
    return { integration, repository };
  }

  return {
    bitbucket,

    /** A session, kept or new, and where to send it for the install. */
    async beginInstall(cookies: string | undefined) {
      const session = sessionOf(cookies) ?? randomUUID();
      return { session, url: await bitbucket.createInstallUrl({ organizationId, session }) };
    },

    /** Where the app's own search endpoint is, for a form that completes as one types. */
    async searchAddress() {
      const { record } = await currentIntegration();
      return `${origin}/bitbucket/organizations/${organizationId}/integrations/${record.id}/search`;
    },

    async findRepositories(query: string | undefined) {
      return (await currentIntegration()).getRepositories(query);
    },

    async linkRepository(identifier: string) {
      return bitbucket.linkRepository(await currentIntegration(), identifier);
    },

    async compareRelease(range: { start: string | undefined; end: string }) {
      const { integration, repository } = await current();
      return bitbucket.repositoryProvider.compareCommits(integration, repository, range);
    },

    /** Makes an issue in the repository's tracker, and comments it with the link back. */
    async createIssue({ title, description }: { title: string; description: string }) {
      const { integration, repository } = await current();
      const issue = await integration.createIssue({
        repo: repository.name,
        title,
        description,
        issueType: 'bug',
      });
      const key = integration.makeExternalKey(issue);
      await integration.afterLinkIssue({ key }, { comment: `Linked by the example service: ${title}` });
      return { key, url: integration.getIssueUrl(key) };
    },

    /** From a line of a stack trace to its source, and what stands there. */
    async openSource({ path, ref, line }: { path: string; ref: string | undefined; line: number }) {
      const { integration, repository } = await current();
      const codeMappings = [{ stackRoot, sourceRoot: '', repository }];
      const link = await integration.getStacktraceLink({ path, ref, line, codeMappings });
      const place =
        link.sourceUrl === undefined ? undefined : await integration.parseSourceUrl(link.sourceUrl);
      if (link.sourceUrl === undefined || place === undefined)
        throw new Error(`There is no source for ${path}`);
      const text = await integration
        .getClient()
        .getFile(place.repository, { path: place.path, ref: place.ref });
      return { url: link.sourceUrl, text: text?.split('\n')[line - 1] };
    },

    async ownersOf(path: string) {
      const { integration, repository } = await current();
      const owners = await integration.getCodeOwners(repository);
      return owners?.ownersOf(path).map(({ reference }) => reference) ?? [];
    },

    received: () => received.list(),
    events: () => events,

    async close() {
      await bitbucket.close();
      received.close();
      store.close();
    },
  };
}

/** The service as its environment describes it: PORT, BASE_URL, DATABASE, and API_URL and SITE_URL for an emulator. */
export function readEnvironment(env: NodeJS.ProcessEnv): HostServiceOptions & { readonly port: number } {
  const { PORT = '3000', DATABASE = 'bitbucket.sqlite', BASE_URL, API_URL, SITE_URL } = env;
  const origin = BASE_URL ?? `http://127.0.0.1:${PORT}`;
  return { port: Number(PORT), origin, database: DATABASE, apiUrl: API_URL, siteUrl: SITE_URL };
}
