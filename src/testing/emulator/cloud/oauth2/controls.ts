/** What a test may do to the OAuth 2.0 of the emulated Cloud, and see of it. */
import { ConfigError } from '../../../../errors/config-error.ts';
import type { OAuth2Book, OAuth2Exchange } from './book.ts';

export interface EmulatedOAuth2 {
  /**
   * Removes a consumer: its tokens answer 401, its exchanges `invalid_client`, its authorize page an error.
   *
   * @throws ConfigError `invalid_option` for a client id that no consumer has
   */
  revokeConsumer(clientId: string): void;
  /** The latest calls for a token, refused ones too; oldest first, at most 1,000. */
  readonly exchanges: readonly OAuth2Exchange[];
}

export function oauth2Controls({ consumers, exchanges }: OAuth2Book): EmulatedOAuth2 {
  return {
    exchanges,
    revokeConsumer: (clientId) => {
      const consumer = consumers.get(clientId);
      if (consumer === undefined)
        throw new ConfigError(
          'clientId',
          'no consumer has it',
          'Pass the clientId of one of oauth2.consumers',
        );
      consumer.revoked = true;
    },
  };
}
