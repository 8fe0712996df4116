import type { MiddlewareHandler } from "hono";

const ownHost = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/i;

/** Refuses requests under another name: a web page whose name was pointed at this machine (DNS rebinding). */
export const ownHostOnly: MiddlewareHandler = async (c, next) => {
  if (!ownHost.test(c.req.header("host") ?? "")) {
    return c.json({ message: "This server answers as 127.0.0.1 only." }, 403);
  }
  return next();
};
