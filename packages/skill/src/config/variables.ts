import { requirement } from "@skill-call/lambda-config";
import * as v from "valibot";

const secondsMessage = requirement("must be a whole number of seconds, at least 1", "3600");

export const seconds = v.pipe(
  v.string(),
  v.digits(secondsMessage),
  v.transform(Number),
  v.minValue(1, secondsMessage),
);

const loginMessage = requirement(
  "must be Login with Amazon's token URL",
  "https://api.amazon.com/auth/o2/token",
);

/** Where the client secret may be sent: Amazon's own hosts (Login with Amazon, by region), or this machine. */
export const loginUrl = v.pipe(
  v.string(),
  v.regex(
    /^(https:\/\/api\.amazon\.(com|co\.uk|co\.jp)|https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)\//,
    loginMessage,
  ),
);
