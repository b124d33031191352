import { ApiError, IntegrationFormError } from 'bitbucket-sdk';
import { expect, test } from 'vitest';

test('the message of a form error names the fields, and says what is wrong with the first', () => {
  const { message } = new IntegrationFormError({ target: 'Type it in.', token: 'Paste it.' });
  expect(message).toBe('The form has mistakes in: target, token. Type it in.');
});

test('what an issue tracker said of a field stays out of the message, since it may quote what was typed in', () => {
  const said = { title: ['"CANARY" is no title'] };
  const cause = new ApiError('bad_request', 'Refused', { status: 400, fields: said });
  const error = new IntegrationFormError({ title: said.title.join(' ') }, { cause });
  expect(error.message).toBe('The form has mistakes in: title');
  expect(error.fields['title']).toContain('CANARY');
  // A refusal that speaks of no field is put into words of ours.
  const ours = new ApiError('unauthorized', 'Refused', { status: 401 });
  expect(new IntegrationFormError({ token: 'Check it.' }, { cause: ours }).message).toContain('Check it.');
});
