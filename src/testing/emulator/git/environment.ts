/** A home of its own for git, so that nothing of the machine's configuration reaches the emulator's repositories. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The variable that tells the post-receive hook where to write the refs that a push changed. */
export const pushReportVariable = 'BITBUCKET_EMULATOR_PUSH_REPORT';

/**
 * `safe.directory` stands in the global file and not in GIT_CONFIG_COUNT: git drops the latter when it starts
 * upload-pack for a local clone, and a repository of another owner would then be refused. Without gc, what a forced
 * push or a delete leaves behind stays readable, as hook payloads need it.
 */
const configuration = (hooks: string): string => `[safe]
	directory = *
[core]
	hooksPath = ${JSON.stringify(hooks)}
	logAllRefUpdates = false
[http]
	receivepack = true
[receive]
	autogc = false
	denyDeleteCurrent = refuse
	denyCurrentBranch = ignore
[gc]
	auto = 0
[maintenance]
	auto = false
[uploadpack]
	allowFilter = true
	allowReachableSHA1InWant = true
[transfer]
	hideRefs = refs/pull-requests
[diff]
	renames = true
[init]
	defaultBranch = main
[advice]
	defaultBranchName = false
`;

const postReceive = `#!/bin/sh
if test -n "$${pushReportVariable}"; then exec cat >> "$${pushReportVariable}"; fi
exec cat > /dev/null
`;

/** What git must find of the machine: where programs and temporary files are. */
const passedOn = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/**
 * Writes git's configuration and hooks below `folder`; gives the whole environment that git runs with.
 */
export async function prepareGitHome(folder: string): Promise<NodeJS.ProcessEnv> {
  const hooks = join(folder, 'hooks');
  const config = join(folder, 'gitconfig');
  await mkdir(hooks, { recursive: true });
  // A hook without its run bit is skipped without a word.
  await writeFile(join(hooks, 'post-receive'), postReceive, { mode: 0o755 });
  await writeFile(config, configuration(hooks));
  const inherited = passedOn.map((name) => [name, process.env[name]] as const);
  return {
    ...Object.fromEntries(inherited.filter(([, value]) => value !== undefined)),
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: config,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}
