import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidContextError } from "../errors.ts";
import {
  contextIdFromUserToUser,
  encodeContextId,
  parseUserToUser,
  type UserToUserForm,
  uriWithUserToUser,
} from "../user-to-user.ts";

test.each<[UserToUserForm, string]>([
  [{ encoding: "hex", parameter: true }, "6373693d64;encoding=hex"],
  [{ encoding: "hex", parameter: false }, "6373693d64"],
  [{ discriminator: "00", encoding: "hex", parameter: true }, "006373693d64;encoding=hex"],
  [
    { discriminator: "04", encoding: "hex", parameter: true, purpose: "isdn-uui" },
    "046373693d64;encoding=hex;purpose=isdn-uui",
  ],
  [{ encoding: "hex", parameter: false, purpose: "isdn-uui" }, "6373693d64;purpose=isdn-uui"],
])("in the form %j an ID is %s", (form, value) => {
  expect(encodeContextId("d", form)).toBe(value);
});

test("what is no ID is refused", () => {
  const refused = new InvalidContextError("contextId", "is no context ID");
  for (const none of ["", "a b", "x".repeat(101)])
    expect(() => encodeContextId(none)).toThrow(refused);
});

test("what Genesys Cloud leaves of a value with a discriminator is Alexa's data", () => {
  const sent = encodeContextId("d", { discriminator: "00", encoding: "hex", parameter: false });
  expect(Buffer.from(sent.slice(2), "hex").toString()).toBe("csi=d");
});

const id = fc.stringMatching(/^[A-Za-z0-9._~-]{1,100}$/);
const form = fc.record<UserToUserForm>(
  {
    discriminator: fc.constantFrom("00", "04"),
    encoding: fc.constant("hex"),
    parameter: fc.boolean(),
    purpose: fc.constant("isdn-uui"),
  },
  { requiredKeys: ["encoding", "parameter"] },
);

test("every ID comes back from every form, from a header and from a URI", () => {
  fc.assert(
    fc.property(id, form, (contextId, asked) => {
      const value = encodeContextId(contextId, asked);
      expect(contextIdFromUserToUser(value)).toBe(contextId);
      const uri = uriWithUserToUser("sip:billing@pbx.example.com", value);
      const [, escaped] = uri.split("?User-to-User=");
      expect(contextIdFromUserToUser(escaped)).toBe(contextId);
      expect(decodeURIComponent(escaped ?? "")).toBe(value);
      // Of one value: whoever reads the RFC's grammar sees no more than that.
      expect(parseUserToUser(value)).toHaveLength(1);
    }),
  );
});

test("a URI's header joins those that it has", () => {
  const value = encodeContextId("d", { discriminator: "00", encoding: "hex", parameter: true });
  expect(uriWithUserToUser("sip:+12045550100@pbx.example.com;user=phone", value)).toBe(
    "sip:+12045550100@pbx.example.com;user=phone?User-to-User=006373693d64%3Bencoding%3Dhex",
  );
  expect(uriWithUserToUser("sip:a@b?Subject=x", value)).toBe(
    "sip:a@b?Subject=x&User-to-User=006373693d64%3Bencoding%3Dhex",
  );
});
