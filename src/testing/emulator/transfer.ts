/** Hands a repository over to another workspace, as its owner does on Bitbucket's pages: there is no call for it. */
import { ConfigError } from '../../errors/config-error.ts';
import { userAccount } from './cloud/accounts.ts';
import { readdress } from './cloud/repositories/make.ts';
import { tellOfRepository } from './cloud/repositories/tell.ts';
import { workspaceLinkShape } from './cloud/shapes.ts';
import type { EmulatorContext } from './context.ts';
import { findRepository, findRepositoryByUuid, findWorkspace, roleOf } from './world.ts';

export interface TransferInput {
  /** `workspace/slug`, or the UUID. */
  readonly repository: string;
  /** The workspace that takes it over: slug or UUID. */
  readonly to: string;
}

/** @throws ConfigError `invalid_option` for a repository or workspace that is not there, and a full name that is taken */
export function transfer({ repository: id, to }: TransferInput, context: EmulatorContext): void {
  const { world, now } = context;
  const [first = '', second] = id.split('/');
  const repository =
    second === undefined ? findRepositoryByUuid(world, first) : findRepository(world, first, second);
  const workspace = findWorkspace(world, to);
  if (repository === undefined)
    throw wrong('repository', id, 'Pass the full name or the UUID of a repository');
  if (workspace === undefined) throw wrong('to', to, 'Name a workspace in the options of the emulator');
  if (world.repositories.has(`${workspace.slug}/${repository.slug}`))
    throw wrong('to', to, 'Pass a workspace that has no repository of that address');
  const origins = context.defaultOrigins();
  const previous = workspaceLinkShape(repository.workspace, origins);
  readdress(repository, { workspace, slug: repository.slug }, world);
  repository.updatedOn = now();
  const owner = world.users.find((user) => roleOf(user, workspace) === 'admin') ?? world.users[0];
  if (owner === undefined) return;
  const doer = { account: userAccount(owner), origins };
  tellOfRepository(context, repository, { event: 'transfer', doer, more: { previous_workspace: previous } });
}

const wrong = (option: string, value: string, fix: string): ConfigError =>
  new ConfigError(`transfer.${option}`, `${JSON.stringify(value)} cannot be used`, fix);
