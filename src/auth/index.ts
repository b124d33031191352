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
export {
  type OAuth2Answer,
  type ReadOAuth2AnswerOptions,
  readOAuth2Answer,
  rescuedRefreshToken,
} from './oauth2/answer.ts';
export {
  type CloudOAuth2Client,
  type CloudOAuth2ClientOptions,
  createCloudOAuth2Client,
} from './oauth2/cloud-client.ts';
export {
  type CloudAuthorizeInput,
  type CloudCodeInput,
  type CloudSite,
  type ConnectGrantInput,
  cloudAuthorizeUrl,
  cloudClientTokenRequest,
  cloudCodeRequest,
  cloudRefreshRequest,
  connectTokenRequest,
} from './oauth2/cloud-requests.ts';
export {
  type ConnectOAuth2Client,
  type ConnectOAuth2ClientOptions,
  createConnectOAuth2Client,
} from './oauth2/connect-client.ts';
export {
  type ClientOAuth2Options,
  type ConnectOAuth2Options,
  type OAuth2Options,
  oauth2,
  type RefreshedOAuth2Options,
} from './oauth2/credential.ts';
export type { OAuth2ClientOptions } from './oauth2/exchange.ts';
export { codeChallenge, newCodeVerifier } from './oauth2/pkce.ts';
export type { OAuth2Consumer, OAuth2Request, RefreshInput } from './oauth2/request.ts';
export {
  createServerOAuth2Client,
  type ServerOAuth2Client,
  type ServerOAuth2ClientOptions,
} from './oauth2/server-client.ts';
export {
  type ServerAuthorizeInput,
  type ServerCodeInput,
  type ServerRefreshInput,
  type ServerSite,
  serverAuthorizeUrl,
  serverCodeRequest,
  serverRefreshRequest,
} from './oauth2/server-requests.ts';
export { createServerClock, type ServerClock } from './server-clock.ts';
export type { OAuth2Token, StoredToken, TokenLease, TokenLeaseRequest, TokenStore } from './token-store.ts';
