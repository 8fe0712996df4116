import { expect, test } from "@jest/globals";
import { HeaderList, parseNameAddress, parseUri } from "@skill-call/sip";
import { inviteOf } from "./invite-of.ts";

const skill = "amzn1.application-oa2-client.1";

function read(from: string, to: string, headers: readonly (readonly [string, string])[] = []) {
  const call = {
    requestUri: parseUri(to),
    from: parseNameAddress(from, "From"),
    headers: new HeaderList(headers.map(([name, value]) => ({ name, value }))),
  };
  return inviteOf(call, { checksSkills: true });
}

test.each([
  ["sip:+16073331111@127.0.0.1:5060", "+16073331111"],
  ["sip:%2B16073331111@127.0.0.1", "+16073331111"],
  ["sip:+16073331111;phone-context=x@127.0.0.1;user=phone", "+16073331111"],
  ["tel:+16073331111", "+16073331111"],
  ["sip:127.0.0.1", ""],
])("a call to %s is for %s", (uri, to) => {
  expect(read("<sip:+12045551111@x>;tag=1", uri).to).toBe(to);
});

test.each([
  ["<sip:+12045551111@x>", "+12045551111"],
  ["<sip:ana@x>", "ana"],
  ['"Ana" <sip:x>', "Ana"],
  ["<sip:x>", "anonymous"],
])("a call from %s is from %s", (from, named) => {
  expect(read(from, "sip:+1@x").from).toBe(named);
});

test("lines of one name are one value, in the first one's letter case", () => {
  const { headers } = read("<sip:a@x>", "sip:+1@x", [
    ["user-TO-user", "aa;encoding=hex"],
    ["X-Foo", "1"],
    ["User-to-User", "bb"],
  ]);
  expect(headers).toEqual({ "user-TO-user": "aa;encoding=hex, bb", "X-Foo": "1" });
});

test("a call that names a skill is the skill's", () => {
  const headers = [["x-alexa-lwa-clientid", skill]] as const;
  expect(read("<sip:a@x>", "sip:+1@x", headers).skillClientId).toBe(skill);
  expect(read("<sip:a@x>", "sip:+1@x")).not.toHaveProperty("skillClientId");
});
