import type { Context } from "hono";
import type { Caller } from "../access/caller.ts";
import { UnauthorizedError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { AppEnvironment } from "./app-environment.ts";

/**
 * The requester, once authenticated and within the rate limit. A failed attempt is counted against its address.
 * @throws {UnauthorizedError} when nobody knows them
 * @throws {TooManyRequestsError} when they ask too often
 * @throws {UnavailableError} when the issuer's keys cannot be had
 */
export async function whoAsks(
  c: Context<AppEnvironment>,
  { authenticate, limiter }: Pick<Ports, "authenticate" | "limiter">,
): Promise<Caller> {
  // No bindings at all where the app is asked without a server, as in tests.
  const { iamArn, sourceIp } = c.env ?? {};
  try {
    const caller = await authenticate({ authorization: c.req.header("authorization"), iamArn });
    c.get("audited").caller = caller;
    c.set("allowance", limiter.take(caller.countedAs));
    return caller;
  } catch (error) {
    if (error instanceof UnauthorizedError) limiter.take(`address ${sourceIp}`);
    throw error;
  }
}
