import type { Config } from "../config/config.ts";
import { UnauthorizedError } from "../errors.ts";
import type { Caller } from "./caller.ts";
import type { Credentials } from "./credentials.ts";
import { iamCaller } from "./iam-caller.ts";
import type { IssuerPorts } from "./issuer-keys.ts";
import { jwtCaller } from "./jwt-caller.ts";

/**
 * Identifies the requester.
 * @throws {UnauthorizedError} when that is not proved
 * @throws {UnavailableError} when the issuer's keys cannot be had
 */
export type Authenticate = (credentials: Credentials) => Promise<Caller>;

/** What the configuration lets in; without one, nobody. */
export function createAuthenticate({ jwt, iamAuth }: Config, ports: IssuerPorts): Authenticate {
  const byToken = jwt && jwtCaller(jwt, ports);
  return async ({ authorization, iamArn }) => {
    if (iamAuth && iamArn !== undefined) return iamCaller(iamArn);
    if (byToken && authorization !== undefined) return byToken(authorization);
    throw new UnauthorizedError("missing");
  };
}
