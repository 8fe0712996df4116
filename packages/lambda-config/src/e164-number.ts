import * as v from "valibot";
import { requirement } from "./requirement.ts";

const message = requirement("must be an E.164 number", "+12045550100");

/**
 * ITU-T E.164: a plus sign, the country code, at most 15 digits in all; no number has less than seven. Visual separators
 * (RFC 3966, section 5.1.1) and `tel:` are read and left out, and so are the dashes and unseen marks that come along when
 * a number is copied. By its form only: the tables of countries are too large for the start of a Lambda.
 */
export const e164Number = v.pipe(
  v.string(message),
  v.transform((text) =>
    text
      .trim()
      .replace(/^tel:/i, "")
      .replace(/\p{Cf}|(?!^)[\s().\-\u2010-\u2015]/gu, ""),
  ),
  v.regex(/^\+[1-9]\d{6,14}$/, message),
);
