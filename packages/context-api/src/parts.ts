// What lambda.ts puts together, for who runs the API without AWS.
export { createAuthenticate } from "./access/authenticate.ts";
export { RateLimiter } from "./access/rate-limiter.ts";
export { createApp } from "./app.ts";
export { EventFormatError, UnauthorizedError, UnavailableError } from "./errors.ts";
export { createHandler } from "./http/lambda-handler.ts";
export { OpenStreams, usualStreamLimits } from "./live/open-streams.ts";
