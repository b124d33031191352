/** Connects by a pasted token, and reads what a form is told. */
import { IntegrationFormError } from 'bitbucket-sdk';
import type { CredentialForm } from 'bitbucket-sdk/integration';
import { type CloudSetupWorld, organizationId } from './cloud-setup-world.ts';

export const token = 'TOKEN-7f3a';

export const connect = (
  world: CloudSetupWorld,
  target: string,
  credential: CredentialForm['credential'] = { type: 'accessToken', token },
) => world.app.connectWorkspace({ organizationId, target, credential });

/** What a form is told, by field. */
export async function mistakes(call: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof IntegrationFormError)) throw new Error('it is no form error', { cause: error });
  return error.fields;
}
