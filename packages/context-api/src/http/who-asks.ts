import type { Context } from "hono";
import type { Caller } from "../access/caller.ts";
import type { Ports } from "../ports.ts";
import type { AppEnvironment } from "./app-environment.ts";

/**
 * Who asks, once that is proved.
 * @throws {UnauthorizedError} when nobody knows them
 * @throws {UnavailableError} when the issuer's keys cannot be had
 */
export async function whoAsks(
  c: Context<AppEnvironment>,
  { authenticate }: Pick<Ports, "authenticate">,
): Promise<Caller> {
  // No bindings at all where the app is asked without a server, as in tests.
  const iamArn = c.env?.iamArn;
  return authenticate({ authorization: c.req.header("authorization"), iamArn });
}
