import * as v from "valibot";
import { requirement } from "./requirement.ts";

const message = requirement("must be an E.164 number", "+12045550100");

/** ITU-T E.164: a plus sign, the country code, at most 15 digits in all. */
export const e164Number = v.pipe(v.string(message), v.regex(/^\+[1-9]\d{1,14}$/, message));
