/** Makes, changes and deletes repositories. */
import { readIssueTracker } from '../../build-world.ts';
import type { EmulatorContext } from '../../context.ts';
import { findRef, setMainBranch } from '../../git/refs.ts';
import { findRepository, findWorkspace, type Repository, type Workspace } from '../../world.ts';
import { canSee, demand, repositoryOf } from '../access.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json, jsonBody } from '../call.ts';
import { badFields, notFound } from '../errors.ts';
import { type Json, link, repositoryAddress } from '../shapes.ts';
import { fullShape } from './full-shape.ts';
import { makeRepository, readdress } from './make.ts';
import { readMainBranch, readProject, readRepositoryFields, slugOf } from './read-fields.ts';
import { tellOfRepository } from './tell.ts';

/** The path says the address; the name may be another one. */
export async function createRepository(call: Call, context: EmulatorContext): Promise<Response> {
  const { workspace, slug } = newAddress(call, context);
  const body = await jsonBody(call);
  if (body['scm'] !== undefined && body['scm'] !== 'git') throw badFields({ scm: ['only git is supported'] });
  const fields = readRepositoryFields(body, {
    name: slug,
    ...{ description: '', website: '', language: '', isPrivate: true },
    issueTracker: readIssueTracker(context.options.issueTracker, 'removed'),
  });
  const mainBranch = readMainBranch(body);
  const project = readProject(body, workspace, context.world);
  const repository = await makeRepository({ ...fields, workspace, project, slug, mainBranch }, context);
  tellOfRepository(context, repository, { event: 'created', doer: doerOf(call) });
  return json(call, await fullShape(repository, call));
}

function newAddress(call: Call, { world }: EmulatorContext): { workspace: Workspace; slug: string } {
  const { workspace: id = '', repo_slug: slug = '' } = call.params;
  const workspace = findWorkspace(world, id);
  const role = workspace === undefined ? undefined : call.principal.roleIn(workspace);
  if (workspace === undefined || (role === undefined && call.principal.kind !== 'anonymous'))
    throw notFound(`No workspace with identifier '${id}'.`);
  demand(call.principal, 'repository:admin', role);
  if (slugOf(slug) !== slug) throw badFields({ name: ['not an address of a repository'] });
  return { workspace, slug };
}

/** As on Bitbucket, what is not there yet is made. */
export async function createOrUpdate(call: Call, context: EmulatorContext): Promise<Response> {
  const { workspace = '', repo_slug: slug = '' } = call.params;
  const known = findRepository(context.world, workspace, slug);
  if (known !== undefined && canSee(call.principal, known)) return update(call, context);
  const created = await createRepository(call, context);
  return new Response(created.body, { status: 201, headers: created.headers });
}

/** A new name gives a new address, which `Location` then tells. */
async function update(call: Call, context: EmulatorContext): Promise<Response> {
  const { world, now } = context;
  const repository = repositoryOf(world, call);
  const body = await jsonBody(call);
  const fields = readRepositoryFields(body, repository);
  const project = readProject(body, repository.workspace, world) ?? repository.project;
  const mainBranch = readMainBranch(body);
  if (mainBranch !== undefined && (await findRef(repository.git, 'heads', mainBranch)) === undefined)
    throw badFields({ mainbranch: [`branch not found: ${mainBranch}`] });
  const before = shown(repository, call);
  if (fields.name !== repository.name) {
    readdress(repository, { workspace: repository.workspace, slug: slugOf(fields.name) }, world);
  }
  Object.assign(repository, fields, { project, updatedOn: now() });
  if (mainBranch !== undefined) await setMainBranch(repository.git, mainBranch);
  const changes = changesBetween(before, shown(repository, call));
  if (Object.keys(changes).length > 0)
    tellOfRepository(context, repository, { event: 'updated', doer: doerOf(call), more: { changes } });
  const renamed = before['full_name'] !== repository.fullName;
  const headers = renamed ? { location: repositoryAddress(repository, call.origins) } : {};
  return json(call, await fullShape(repository, call), { headers });
}

/** What `changes` tells of, by Bitbucket's names. */
function shown(repository: Repository, { origins }: Call): Json {
  const { name, fullName, description, website, language, isPrivate } = repository;
  const links = {
    self: link(repositoryAddress(repository, origins)),
    html: link(`${origins.web}/${fullName}`),
  };
  return { name, full_name: fullName, description, website, language, is_private: isPrivate, links };
}

function changesBetween(before: Json, after: Json): Json {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, { old: before[name], new: value }]));
}

export function deleteRepository(call: Call, context: EmulatorContext): Response {
  const repository = repositoryOf(context.world, call);
  context.world.repositories.delete(repository.fullName);
  tellOfRepository(context, repository, { event: 'deleted', doer: doerOf(call) });
  return new Response(null, { status: 204 });
}

const doerOf = ({ principal, origins }: Call) => ({ account: accountOf(principal), origins });
