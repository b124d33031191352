/** Cases for the rules about shapes. */
import { expect } from 'vitest';
import { objectOf, refTo, type Schema } from '../../../scripts/generate/openapi.ts';
import { alwaysSent, nullableFields, undeclaredFields } from '../../../scripts/generate/rules/shapes.ts';
import { apply, json, smallApi } from '../small-api.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };

export const shapeCases: Record<string, () => void> = {
  'folded-subtypes'() {
    const own = (name: string): Schema => ({
      type: 'object',
      properties: { [name]: text },
      required: [name],
    });
    const api = smallApi(
      'cloud',
      {},
      {
        object: objectOf({ type: text }, ['type']),
        account: { allOf: [refTo('object'), own('display_name')] },
        user: { allOf: [refTo('account'), own('nickname')] },
      },
    );
    const { account, user } = apply(api, 'folded-subtypes').schemas;
    expect(Object.keys(account?.properties ?? {}).sort()).toEqual(['display_name', 'nickname', 'type']);
    expect(account?.required).toEqual(['type', 'display_name']);
    expect(user?.required).toEqual(['type', 'display_name', 'nickname']);
  },
  'nullable-fields'() {
    const api = smallApi('cloud', {}, { diffstat: objectOf({ old: refTo('file') }), file: objectOf({}) });
    apply(api, nullableFields('cloud', ['diffstat.old']));
    expect(api.schemas['diffstat']?.properties?.['old']?.nullable).toBe(true);
    expect(() => apply(api, nullableFields('cloud', ['diffstat.older']))).toThrow('older');
  },
  'undeclared-fields'() {
    const api = smallApi('cloud', {}, { repository: objectOf({ name: text }) });
    apply(api, undeclaredFields('cloud', { repository: { slug: text } }));
    expect(api.schemas['repository']?.properties).toEqual({ name: text, slug: text });
    expect(() => apply(api, undeclaredFields('cloud', { repository: { slug: text } }))).toThrow('by now');
  },
  'always-sent'() {
    const api = smallApi('cloud', {}, { commit: objectOf({ hash: text, date: text }) });
    apply(api, alwaysSent('cloud', { commit: 'hash' }));
    expect(api.schemas['commit']?.required).toEqual(['hash']);
    expect(api.asked['commit']).toEqual([]);
  },
  'short-forms'() {
    const full = refTo('pullrequest');
    const api = smallApi(
      'cloud',
      {},
      {
        branch: objectOf({ target: refTo('commit') }),
        comment: objectOf({ pullrequest: full }),
        commit: objectOf({ parents: { type: 'array', items: refTo('base_commit') } }),
        commit_file: objectOf({ commit: refTo('commit') }),
        pullrequest: objectOf({ id: integer }),
        pullrequest_comment: objectOf({ pullrequest: full }),
        repository: objectOf({ mainbranch: refTo('branch') }),
      },
    );
    const {
      branch,
      comment,
      commit,
      commit_file: file,
      repository: found,
    } = apply(api, 'short-forms').schemas;
    expect(file?.properties?.['commit']).toEqual(refTo('short_commit'));
    expect(commit?.properties?.['parents']?.items).toEqual(refTo('short_commit'));
    expect(branch?.properties?.['target']).toEqual(refTo('commit'));
    expect(comment?.properties?.['pullrequest']).toEqual(refTo('short_pullrequest'));
    expect(found?.properties?.['mainbranch']).toMatchObject({ nullable: true, required: ['name'] });
  },
  'named-shapes'() {
    const rendered = objectOf({ html: text, raw: text });
    const api = smallApi(
      'cloud',
      {},
      {
        hook_event: objectOf({ event: { type: 'string', enum: ['repo:push'] } }),
        hook: objectOf({ events: { type: 'array', items: { type: 'string', enum: ['repo:push'] } } }),
        pullrequest: objectOf({ summary: rendered }),
        pullrequest_merge_parameters: objectOf({ merge_strategy: { type: 'string', enum: ['squash'] } }),
        task: objectOf({ content: rendered }),
      },
    );
    const { hook, pullrequest } = apply(api, 'named-shapes').schemas;
    expect(pullrequest?.properties?.['summary']).toEqual(refTo('rendered_text'));
    expect(hook?.properties?.['events']?.items).toEqual(refTo('webhook_event_key'));
  },
  'any-values'() {
    const cloud = smallApi('cloud', {}, { report_data: objectOf({ value: { type: 'object' } }) });
    const server = smallApi('server', {}, { RestInsightReportData: objectOf({ value: { type: 'object' } }) });
    const kinds = ['string', 'number', 'boolean', 'object'].map((type) => ({ type }));
    for (const [api, name] of [
      [cloud, 'report_data'],
      [server, 'RestInsightReportData'],
    ] as const) {
      expect(apply(api, 'any-values').schemas[name]?.properties?.['value']).toEqual({ oneOf: kinds });
    }
  },
  'added-shapes'() {
    expect(apply(smallApi('cloud', {}), 'added-shapes').schemas['download']?.required).toEqual(['name']);
    expect(apply(smallApi('server', {}), 'added-shapes').schemas['RestDiffs']?.required).toEqual(['diffs']);
    expect(() => apply(smallApi('cloud', {}, { download: {} }), 'added-shapes')).toThrow('by now');
  },
  'optional-type'() {
    const api = smallApi(
      'cloud',
      {
        'POST /merge': { requestBody: json(refTo('parameters')) },
        'PUT /thing': { requestBody: json(refTo('thing')), responses: { 200: json(refTo('thing')) } },
      },
      { parameters: objectOf({ type: text }, ['type']), thing: objectOf({ type: text }, ['type']) },
    );
    apply(api, 'optional-type');
    expect(api.schemas['parameters']?.required).toEqual([]);
    expect(api.schemas['thing']?.required).toEqual(['type']);
  },
  'required-of-copies'() {
    const person = { email: text, name: text };
    const api = smallApi(
      'server',
      {},
      {
        RestCommit: objectOf({ author: objectOf(person, ['name']) }),
        RestPerson: objectOf(person),
      },
    );
    apply(api, 'required-of-copies');
    expect(api.schemas['RestPerson']?.required).toEqual(['name']);
    expect(api.schemas['RestCommit']?.properties?.['author']).toEqual(refTo('RestPerson'));
    expect(api.asked['RestPerson']).toEqual([]);
  },
  'cut-recursion'() {
    const own = { name: text, slug: text };
    const api = smallApi(
      'server',
      {},
      {
        RestFork: objectOf({ ...own, origin: objectOf(own), kind: text }),
        RestRepository: objectOf({ ...own, origin: objectOf(own) }),
      },
    );
    const { RestFork, RestRepository } = apply(api, 'cut-recursion').schemas;
    expect(RestRepository?.properties?.['origin']).toEqual(refTo('RestRepository'));
    expect(RestFork?.properties?.['origin']).toEqual(refTo('RestRepository'));
  },
  'lists-of-links'() {
    const api = smallApi('server', {}, { RestProject: objectOf({ links: objectOf({}), name: text }) });
    const { RestLinks, RestProject } = apply(api, 'lists-of-links').schemas;
    expect(RestProject?.properties?.['links']).toEqual(refTo('RestLinks'));
    expect(RestLinks?.additionalProperties).toEqual({ type: 'array', items: refTo('RestNamedLink') });
  },
  'pages-of-changes'() {
    const api = smallApi('server', {}, { RestPageRestChange: objectOf({ values: { type: 'object' } }) });
    const { RestPageRestChange } = apply(api, 'pages-of-changes').schemas;
    expect(RestPageRestChange?.properties?.['values']).toEqual({ type: 'array', items: refTo('RestChange') });
  },
  'examples-for-shapes'() {
    const names = [
      'ExampleFiles',
      'ExampleSettings',
      'ExampleSettingsMap',
      'FileListResource',
      'RefType',
      'RestMultipleBuildStats',
    ];
    const api = smallApi('server', {}, Object.fromEntries(names.map((name) => [name, {}])));
    apply(api, 'examples-for-shapes');
    expect(api.schemas['FileListResource']).toEqual(text);
    expect(api.schemas['RestMultipleBuildStats']?.additionalProperties).toEqual(refTo('RestBuildStats'));
  },
  'anchor-paths'() {
    const path = objectOf({ components: { type: 'array', items: text } });
    const api = smallApi('server', {}, { RestCommentThreadDiffAnchor: objectOf({ path, srcPath: path }) });
    apply(api, 'anchor-paths');
    expect(api.schemas['RestCommentThreadDiffAnchor']?.properties).toEqual({ path: text, srcPath: text });
  },
  'dates-in-two-forms'() {
    const api = smallApi(
      'server',
      {},
      { RestToken: objectOf({ created: { type: 'string', format: 'date-time' } }) },
    );
    const { RestToken } = apply(api, 'dates-in-two-forms').schemas;
    expect(RestToken?.properties?.['created']).toEqual({ oneOf: [{ type: 'number' }, text] });
  },
};
