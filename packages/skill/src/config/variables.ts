import { requirement } from "@skill-call/lambda-config";
import * as v from "valibot";

const secondsMessage = requirement("must be a whole number of seconds, at least 1", "3600");

export const seconds = v.pipe(
  v.string(),
  v.digits(secondsMessage),
  v.transform(Number),
  v.minValue(1, secondsMessage),
);

const lengthMessage = requirement("must be a length or a range of lengths, 1 to 40", "4-16");
const longestAccountId = 40;

/** "8" or "4-16". */
export const accountIdLength = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}(-\d{1,2})?$/, lengthMessage),
  v.transform((range) => {
    const [minLength = 0, maxLength = minLength] = range.split("-").map(Number);
    return { minLength, maxLength };
  }),
  v.check(
    ({ minLength, maxLength }) =>
      1 <= minLength && minLength <= maxLength && maxLength <= longestAccountId,
    lengthMessage,
  ),
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
