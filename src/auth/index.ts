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
export {
  type OAuth1Credential,
  type OAuth1Options,
  oauth1,
  type SignOAuth1Input,
  signOAuth1,
} from './oauth1.ts';
export {
  type OAuth1Form,
  type OAuth1Parameters,
  type OAuth1Request,
  oauth1BaseString,
} from './oauth1-signature.ts';
