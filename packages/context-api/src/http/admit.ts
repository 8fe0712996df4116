import type { Context } from "hono";
import type { Caller } from "../access/caller.ts";
import type { Ports } from "../ports.ts";
import type { AppEnvironment } from "./app-environment.ts";

/**
 * Who asks, once that is proved and if they do not ask too often.
 * @throws {UnauthorizedError} when nobody knows them
 * @throws {TooManyRequestsError} when they ask too often
 */
export async function admit(
  c: Context<AppEnvironment>,
  { authenticate, limiter }: Pick<Ports, "authenticate" | "limiter">,
): Promise<Caller> {
  // No bindings at all where the app is asked without a server, as in tests.
  const iamArn = c.env?.iamArn;
  const caller = await authenticate({ authorization: c.req.header("authorization"), iamArn });
  limiter.take(caller.subject);
  return caller;
}
