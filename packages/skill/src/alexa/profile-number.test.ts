import { expect, test } from "@jest/globals";
import type { services } from "ask-sdk-model";
import { profileNumber } from "./profile-number.ts";

/** As it comes, whatever the SDK's types promise. */
const profile = (fields: object) => fields as services.ups.PhoneNumber;

test.each([
  [{ countryCode: "+1", phoneNumber: "2045551111" }, "+12045551111"],
  [{ countryCode: "1", phoneNumber: "(204) 555-1111" }, "+12045551111"],
  [{ countryCode: "001", phoneNumber: "204.555.1111" }, "+12045551111"],
  [{ countryCode: 1, phoneNumber: 2045551111 }, "+12045551111"],
  [{ countryCode: "+1", phoneNumber: 2045551111 }, "+12045551111"],
  [{ countryCode: "+1", phoneNumber: "12045551111" }, "+12045551111"],
  [{ countryCode: "+1", phoneNumber: "1-204-555-1111" }, "+12045551111"],
  [{ countryCode: "+1", phoneNumber: "+12045551111" }, "+12045551111"],
  [{ countryCode: "US", phoneNumber: "2045551111" }, "+12045551111"],
  [{ countryCode: "ca", phoneNumber: "1 204 555 1111" }, "+12045551111"],
  [{ countryCode: "CA", phoneNumber: "+1 204 555 1111" }, "+12045551111"],
  [{ countryCode: "(+1)", phoneNumber: "2045551111" }, "+12045551111"],
  [{ countryCode: "＋１", phoneNumber: "２０４５５５１１１１" }, "+12045551111"],
  [{ countryCode: "Canada", phoneNumber: "2045551111" }, "+12045551111"],
  [{ countryCode: "u.s.", phoneNumber: "(204) 555-1111" }, "+12045551111"],
  [{ countryCode: "+1", phoneNumber: "\u202a204-555-1111\u202c" }, "+12045551111"],
  [{ phoneNumber: "2045551111" }, "+12045551111"],
  [{ phoneNumber: "4165550111" }, "+14165550111"],
  [{ countryCode: "", phoneNumber: "2045551111" }, "+12045551111"],
  [{ countryCode: null, phoneNumber: " 204 555 1111 " }, "+12045551111"],
  [{ phoneNumber: "12045551111" }, "+12045551111"],
  [{ phoneNumber: "+1 204 555 1111" }, "+12045551111"],
  [{ countryCode: "+1876", phoneNumber: "5550100" }, "+18765550100"],
  [{ countryCode: "+1-876", phoneNumber: "555 0100" }, "+18765550100"],
  [{ countryCode: "+52", phoneNumber: "55 1234 5678" }, "+525512345678"],
  [{ countryCode: "+52", phoneNumber: "1 55 1234 5678" }, "+525512345678"],
  [{ phoneNumber: "+521 55 1234 5678" }, "+525512345678"],
  [{ countryCode: "UK", phoneNumber: "07400 123456" }, "+447400123456"],
  [{ countryCode: "+44", phoneNumber: "020 7946 0123" }, "+442079460123"],
  [{ countryCode: "GB", phoneNumber: "07400 123456" }, "+447400123456"],
])("%j is the number %s", (fields, number) => {
  expect(profileNumber(profile(fields))).toBe(number);
});

test.each([
  { countryCode: "+1", phoneNumber: "5551111" },
  { phoneNumber: "5551111" },
  { phoneNumber: "20455511112" },
  { phoneNumber: "0445551111" },
  { phoneNumber: "447400123456" },
  { phoneNumber: "01144 20 7946 0123" },
  { countryCode: "+1", phoneNumber: "01144 20 7946 0123" },
  { countryCode: "+44", phoneNumber: "+12045551111" },
  { countryCode: "+1", phoneNumber: "+442079460123" },
  { countryCode: "XX", phoneNumber: "2045551111" },
  { countryCode: "en-US", phoneNumber: "2045551111" },
  { countryCode: "null", phoneNumber: "2045551111" },
  { countryCode: "+01", phoneNumber: "2045551111" },
  { countryCode: "Egypt", phoneNumber: "45551111999" },
  { countryCode: "EG", phoneNumber: "45551111999" },
  { countryCode: "+", phoneNumber: "2045551111" },
  { countryCode: "0", phoneNumber: "2045551111" },
  { countryCode: {}, phoneNumber: "2045551111" },
  { countryCode: "+1", phoneNumber: "2045551111 x5" },
  { countryCode: "+1", phoneNumber: "204-CALL-NOW" },
  { countryCode: "+1", phoneNumber: "2045551111, 2045552222" },
  { countryCode: "+1", phoneNumber: "911" },
  { countryCode: "+1", phoneNumber: "5555550100" },
  { countryCode: "+1", phoneNumber: "9005550100" },
  { countryCode: "+881", phoneNumber: "612345678" },
  { phoneNumber: "0" },
  { phoneNumber: ["2045551111"] },
  { phoneNumber: "" },
  {},
])("%j is in doubt", (fields) => {
  expect(profileNumber(profile(fields))).toBeUndefined();
});
