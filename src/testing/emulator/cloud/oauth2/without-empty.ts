/** The parameters of a query or a form as OAuth 2.0 counts them: one without a value is none. */

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1 */
export const withoutEmpty = (parameters: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...parameters].filter(([, value]) => value !== ''));
