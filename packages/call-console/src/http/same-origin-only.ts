import type { MiddlewareHandler } from "hono";

const reading: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Refuses what other pages ask for: every request of theirs to the API, and whatever changes something without an Origin. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  const own = origin === `http://${c.req.header("host")}`;
  const site = c.req.header("sec-fetch-site") ?? "none";
  const foreign = origin === undefined ? !reading.has(c.req.method) : !own;
  if (foreign || (site !== "none" && site !== "same-origin")) {
    return c.json({ message: "Only the console's own page may ask." }, 403);
  }
  return next();
};
