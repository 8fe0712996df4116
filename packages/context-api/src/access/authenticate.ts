import type { Config } from "../config/config.ts";
import { UnauthorizedError } from "../errors.ts";
import type { Caller } from "./caller.ts";
import type { IssuerPorts } from "./issuer-keys.ts";
import { jwtCaller } from "./jwt-caller.ts";

/** What a request says about who sends it. */
export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** ARN of the signer of the request, once AWS has checked the signature. */
  readonly iamArn: string | undefined;
}

/**
 * Identifies the requester.
 * @throws {UnauthorizedError} when that is not proved
 * @throws {UnavailableError} when the issuer's keys cannot be had
 */
export type Authenticate = (credentials: Credentials) => Promise<Caller>;

/** What the configuration lets in; without one, nobody. */
export function createAuthenticate(
  { jwt, iamAuth }: Pick<Config, "jwt" | "iamAuth">,
  ports: IssuerPorts,
): Authenticate {
  const byToken = jwt && jwtCaller(jwt, ports);
  return async ({ authorization, iamArn }) => {
    if (iamAuth && iamArn !== undefined) return iamCaller(iamArn);
    if (byToken && authorization !== undefined) return byToken(authorization);
    throw new UnauthorizedError("missing");
  };
}

/**
 * A caller whose signature AWS has checked. Which routes they may use says their IAM policy (`execute-api:Invoke`),
 * route by route; no policy can say that they may see personal data unmasked.
 */
function iamCaller(arn: string): Caller {
  return {
    subject: arn,
    countedAs: withoutSessionName(arn),
    scopes: new Set(["call-context:read", "call-context:write"]),
  };
}

/** The user of a role chooses the session's name: `arn:aws:sts::<account>:assumed-role/<role>/<session name>`. */
function withoutSessionName(arn: string): string {
  return arn.replace(/^([^/]*:assumed-role\/[^/]+)\/.*$/, "$1");
}
