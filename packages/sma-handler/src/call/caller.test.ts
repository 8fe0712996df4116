import { expect, test } from "@jest/globals";
import { encodeContextId } from "@skill-call/call-context";
import { type Leg, type PstnAudioEvent, readEvent } from "@skill-call/pstn-audio";
import { skillClientId } from "../../test/support/sample-config.ts";
import { identifyCaller } from "./caller.ts";

const admission = { allowedSkillClientIds: new Set([skillClientId]) };
const contextId = "db792233-8df3-416c-8d80-a70038747b74";

function inbound(headers: Leg["headers"]): PstnAudioEvent {
  const participant = { CallId: "a", ParticipantTag: "Leg-A", Direction: "Inbound" };
  return readEvent({
    SchemaVersion: "1.0",
    Sequence: "1",
    InvocationEventType: "NEW_INBOUND_CALL",
    CallDetails: {
      TransactionId: "t",
      Participants: [{ ...participant, SipHeaders: headers }],
    },
  });
}

const fromSkill = { "X-Alexa-LWA-ClientId": skillClientId };

test.each<[string, Leg["headers"], object]>([
  ["without headers", {}, { kind: "ordinary" }],
  ["with an empty client ID", { "X-Alexa-LWA-ClientId": " " }, { kind: "ordinary" }],
  ["of another skill", { "X-Alexa-LWA-ClientId": `${skillClientId}0` }, { kind: "stranger" }],
  ["of the skill", fromSkill, { kind: "skill" }],
  [
    "with the client ID in any case of the name",
    { "x-alexa-lwa-clientid": skillClientId },
    { kind: "skill" },
  ],
  [
    "with the context ID as Alexa writes it",
    { ...fromSkill, "User-to-User": encodeContextId(contextId) },
    { kind: "skill", contextId },
  ],
  [
    "with the guide's truncated context ID",
    { ...fromSkill, "user-to-user": "6373693d64623739323233332d386466;encoding=hex" },
    { kind: "skill", contextId: "db792233-8df" },
  ],
  ["with a bare ID", { ...fromSkill, "User-to-User": contextId }, { kind: "skill" }],
])("a call %s", (_, headers, caller) => {
  expect(identifyCaller(inbound(headers), admission)).toEqual(caller);
});

test("of several values the one with csi= counts; the header goes on as it came", () => {
  const header = `04736a;encoding=hex, ${encodeContextId(contextId)}`;
  expect(identifyCaller(inbound({ ...fromSkill, "User-to-User": header }), admission)).toEqual({
    kind: "skill",
    contextId,
    userToUser: header,
  });
});

const csi = Buffer.from(`csi=${contextId}`).toString("hex");

test.each([
  ["a discriminator", `00${csi};encoding=hex`],
  ["hex without its parameter", csi],
  ["escaped separators", `${csi}%3Bencoding%3Dhex`],
  ["a quoted-string beyond ASCII", `"Zoë";purpose=x, ${csi};encoding=hex`],
])("a header with %s goes on as it came", (_, header) => {
  expect(identifyCaller(inbound({ ...fromSkill, "User-to-User": header }), admission)).toEqual({
    kind: "skill",
    contextId,
    userToUser: header,
  });
});

test("names that differ in letter case are one header of several fields", () => {
  const headers = { ...fromSkill, "User-To-User": "00fa", "user-to-user": `04${csi}` };
  expect(identifyCaller(inbound(headers), admission)).toEqual({
    kind: "skill",
    contextId,
    userToUser: `00fa, 04${csi}`,
  });
});

test.each([
  ["a vertical tab", `${csi};encoding=hex;a="\v"`],
  ["a next line", `"a\u0085b", ${csi};encoding=hex`],
  ["half a surrogate pair", `"\ud83d", ${csi};encoding=hex`],
  ["a folded line", `${csi}\r\n ;encoding=hex`],
  ["more characters than a header may have", `"${"x".repeat(2_000)}", ${csi};encoding=hex`],
])("a header with %s leads to the context, and does not go on", (_, header) => {
  expect(identifyCaller(inbound({ ...fromSkill, "User-to-User": header }), admission)).toEqual({
    kind: "skill",
    contextId,
  });
});

test("of several values those go on that are whole", () => {
  const header = `a b, ${csi}`;
  expect(identifyCaller(inbound({ ...fromSkill, "User-to-User": header }), admission)).toEqual({
    kind: "skill",
    contextId,
    userToUser: csi,
  });
});

function callback(args: object): PstnAudioEvent {
  return readEvent({
    SchemaVersion: "1.0",
    Sequence: 1,
    InvocationEventType: "NEW_OUTBOUND_CALL",
    ActionData: { Type: "CallCreateRequest", Parameters: { Arguments: args } },
    CallDetails: {
      TransactionId: "t",
      Participants: [{ CallId: "a", ParticipantTag: "LEG-A", Direction: "Outbound" }],
    },
  });
}

test("a callback call brings its context ID in the arguments of the API call", () => {
  expect(identifyCaller(callback({ contextId }), admission)).toEqual({ kind: "skill", contextId });
});

test.each([{}, { contextId: "" }, { contextId: "a b" }, { contextId: "x".repeat(101) }])(
  "a callback call with the arguments %j has none",
  (args) => {
    expect(identifyCaller(callback(args), admission)).toEqual({ kind: "skill" });
  },
);

test("a client ID counts without the space around it; a call that shows no caller comes from no skill", () => {
  const headers = { "X-Alexa-LWA-ClientId": ` ${skillClientId} ` };
  expect(identifyCaller(inbound(headers), admission)).toEqual({ kind: "skill" });
  expect(identifyCaller({ ...inbound({}), legs: [] }, admission)).toEqual({ kind: "ordinary" });
});

test.each([
  [2_048, true],
  [2_049, false],
])("a header of %i characters goes on as it came: %s", (length, goesOn) => {
  const start = `${encodeContextId(contextId)};x=`;
  const header = start + "y".repeat(length - start.length);
  const caller = identifyCaller(inbound({ ...fromSkill, "User-to-User": header }), admission);
  expect(caller).toEqual({ kind: "skill", contextId, ...(goesOn && { userToUser: header }) });
});
