/** What a credential is to the transport: it puts itself on each request that leaves. */

/**
 * A credential. `authorize` is called for every attempt and every redirect on the same origin, so a signature over
 * method and address is always over what is really sent. The headers and address of the request it gives back are
 * used; method and body stay the caller's.
 */
export interface Authorizer {
  authorize(request: Request): Promise<Request>;
  /**
   * Called once when the server answers 401 to `refused`, the request that `authorize` gave. True when there is a fresh
   * credential, and the call is then sent a second time. Of `answer` the headers may be read, and not the body.
   */
  renew?(refused: Request, answer: Response): Promise<boolean>;
}
