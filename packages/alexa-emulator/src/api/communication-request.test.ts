import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { communicationBody } from "../testing/skill-http.ts";
import { readCommunicationRequest } from "./communication-request.ts";

type Body = ReturnType<typeof communicationBody>;

/** The guide's body with something changed in it. */
function spoilt(spoil: (body: Body, first: object, second: object) => void): unknown {
  const body = communicationBody();
  const [first = {}, second = {}] = body.participants;
  spoil(body, first, second);
  return body;
}

test("the guide's body is a call", () => {
  expect(readCommunicationRequest(communicationBody())).toEqual({
    request: {
      kind: "skill-call",
      clientSessionId: "db792233-8df3-416c-8d80-a70038747b74",
      from: "+12045551111",
      to: "+16073331111",
      endpointId: "amzn1.ask.device.EMULATED",
    },
  });
});

test("the order of the participants does not matter", () => {
  const body = spoilt(({ participants }) => participants.reverse());
  expect(readCommunicationRequest(body).request?.from).toBe("+12045551111");
});

test("isOriginator may be false on the other one", () => {
  const body = spoilt((_, __, second) => Object.assign(second, { isOriginator: false }));
  expect(readCommunicationRequest(body).problem).toBeUndefined();
});

test.each<[string, (body: Body, first: object, second: object) => void, RegExp]>([
  ["one participant", ({ participants }) => participants.pop(), /^participants: /],
  [
    "three participants",
    ({ participants }) => participants.push(...participants.slice(0, 1)),
    /^participants: /,
  ],
  [
    "no participants",
    (body) => Object.assign(body, { participants: undefined }),
    /^participants: /,
  ],
  [
    "no originator",
    (_, first) => Object.assign(first, { isOriginator: false }),
    /^participants: one of the two has to be the originator/,
  ],
  [
    "two originators",
    (_, __, second) => Object.assign(second, { isOriginator: true }),
    /^participants: one of the two has to be the originator/,
  ],
  [
    "another id type",
    (_, first) => Object.assign(first, { id: { type: "EMAIL", value: "+12045551111" } }),
    /id\.type "EMAIL" is not PHONE_NUMBER/,
  ],
  [
    "a number without a plus",
    (_, __, second) =>
      Object.assign(second, { id: { type: "PHONE_NUMBER", value: "16073331111" } }),
    /id\.value "16073331111" is not in E\.164 format/,
  ],
  [
    "a number with spaces",
    (_, first) => Object.assign(first, { id: { type: "PHONE_NUMBER", value: "+1 204 555 1111" } }),
    /is not in E\.164 format/,
  ],
  [
    "an empty number",
    (_, first) => Object.assign(first, { id: { type: "PHONE_NUMBER", value: "" } }),
    /^participants\.0\.id\.value: /,
  ],
  [
    "a very long number",
    (_, first) => Object.assign(first, { id: { type: "PHONE_NUMBER", value: "1".repeat(129) } }),
    /^participants\.0\.id\.value: /,
  ],
  [
    "no endpointId",
    (_, first) => Object.assign(first, { endpointId: undefined }),
    /the originator has no endpointId/,
  ],
  ["an empty endpointId", (_, first) => Object.assign(first, { endpointId: "" }), /endpointId/],
  [
    "a very long endpointId",
    (_, first) => Object.assign(first, { endpointId: "a".repeat(513) }),
    /endpointId/,
  ],
  [
    "no communicationProviderId",
    (_, __, second) => Object.assign(second, { communicationProviderId: undefined }),
    /communicationProviderId "undefined" is not amzn1\.alexa\.csp\.id\.82bb98bc/,
  ],
  [
    "another communicationProviderId",
    (_, __, second) => Object.assign(second, { communicationProviderId: "amzn1.alexa.csp.id.1" }),
    /communicationProviderId "amzn1\.alexa\.csp\.id\.1" is not/,
  ],
  [
    "no clientSessionId",
    ({ clientContext }) => Object.assign(clientContext, { clientSessionId: undefined }),
    /^clientContext\.clientSessionId: /,
  ],
  [
    "an empty clientSessionId",
    ({ clientContext }) => Object.assign(clientContext, { clientSessionId: "" }),
    /^clientContext\.clientSessionId: /,
  ],
  [
    "a clientSessionId of 101 characters",
    ({ clientContext }) => Object.assign(clientContext, { clientSessionId: "a".repeat(101) }),
    /^clientContext\.clientSessionId: /,
  ],
  ["a field that nobody knows", (body) => Object.assign(body, { extra: 1 }), /^extra: /],
])("%s is refused", (_, spoil, problem) => {
  expect(readCommunicationRequest(spoilt(spoil)).problem).toMatch(problem);
});

test("a clientSessionId of 100 characters is right", () => {
  expect(readCommunicationRequest(communicationBody("a".repeat(100))).problem).toBeUndefined();
});

test("any body is either a call or a problem", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const { request, problem } = readCommunicationRequest(body);
      expect(request === undefined).not.toBe(problem === undefined);
    }),
  );
});

const property = {
  participants: [
    {
      id: { type: "COMMUNICATION_PROFILE_ID", value: "profile" },
      communicationProviderId: "amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002",
      endpointId: "device",
      isOriginator: true,
    },
    {
      id: { type: "RAW_ADDRESS", value: "4711" },
      communicationProviderId: "amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002",
    },
  ],
  clientContext: { clientSessionId: "session" },
};

test("in a property a communication profile calls an extension", () => {
  expect(readCommunicationRequest(property).request).toEqual({
    kind: "property-call",
    clientSessionId: "session",
    from: "profile",
    to: "4711",
    endpointId: "device",
  });
});

test.each([
  [0, { id: { type: "PHONE_NUMBER", value: "+12045551111" } }, /is not COMMUNICATION_PROFILE_ID/],
  [1, { id: { type: "PHONE_NUMBER", value: "+12045551111" } }, /is not RAW_ADDRESS/],
  [1, { communicationProviderId: "other" }, /communicationProviderId "other" is not/],
])("in a property participant %i with %j is refused", (index, change, problem) => {
  const body = structuredClone(property);
  Object.assign(body.participants[index] ?? {}, change);
  expect(readCommunicationRequest(body).problem).toMatch(problem);
});
