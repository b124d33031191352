/** The door `bitbucket-sdk/auth`: credentials, and the signing and checking beneath them. */
export type { Authorizer } from '../http/authorizer.ts';
export {
  type ConnectClaims,
  signConnectJwt,
  type VerifyConnectJwtInput,
  verifyConnectJwt,
} from '../jwt/connect-jwt.ts';
export { type CanonicalRequestInput, canonicalRequest, queryStringHash } from '../jwt/query-string-hash.ts';
export { accessToken } from './access-token.ts';
export { apiToken, basic } from './basic.ts';
export { type ConnectJwtOptions, connectJwt } from './connect-jwt.ts';
