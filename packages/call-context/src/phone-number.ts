export {
  type AllowedNumbers,
  allowedByDefault,
  checkNumber,
  type NumberVerdict,
  type PhoneNumberType,
  phoneNumberTypes,
} from "./phone-number/allowed-numbers.ts";
export { countryOf } from "./phone-number/country-of.ts";
export { e164Of, samePhoneNumber } from "./phone-number/e164-of.ts";
export { numberOfCountries } from "./phone-number/number-of-countries.ts";
export type { NumberOrigin } from "./phone-number/read-phone-number.ts";
export {
  groupedPhoneNumber,
  maskedPhoneNumber,
  telUri,
} from "./phone-number/show-phone-number.ts";
