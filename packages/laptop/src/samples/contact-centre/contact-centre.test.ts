import { beforeEach, describe, expect, test } from "@jest/globals";
import {
  type CallContext,
  type CallContextStore,
  ContextNotFoundError,
  createInMemoryCallContextStore,
  encodeContextId,
  InvalidRecordError,
  StoreUnavailableError,
} from "@skill-call/call-context";
import { type ContactCentre, createContactCentre } from "./contact-centre.ts";
import { headersOfCall } from "./context-id-of-call.ts";

const ana: CallContext = {
  callerName: "Ana",
  accountId: "AB1234",
  accountIdVerified: false,
  reason: { id: "billing", text: "my bill" },
  callerNumber: "+12045551111",
  locale: "es-US",
  callStarter: "skill-call",
};

let now: number;
let store: CallContextStore;
let contactCentre: ContactCentre;
let contextId: string;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 9);
  store = createInMemoryCallContextStore({ clock: () => now });
  contactCentre = createContactCentre({ store, now: () => now });
  ({ contextId } = await store.create(ana));
});

describe("what the agent sees", () => {
  test("is who calls and why, and how long ago they were asked", async () => {
    now += 4_700;
    const screen = await contactCentre.screenOfCall({ "User-to-User": encodeContextId(contextId) });
    expect(screen).toEqual({ known: true, contextId, ...ana, gatheredSecondsAgo: 4 });
  });

  test.each([
    ["User-To-User", "X-Call-Context-Id"],
    ["user-to-user", "x-call-context-id"],
    ["USER-TO-USER", "X-Call-Context-ID"],
  ])("does not depend on the case of %s and %s", async (userToUser, plain) => {
    for (const headers of [{ [userToUser]: encodeContextId(contextId) }, { [plain]: contextId }]) {
      expect(await contactCentre.screenOfCall(headers)).toMatchObject({ callerName: "Ana" });
    }
  });

  test("comes from the second of two headers whose names differ in letter case", async () => {
    const value = encodeContextId(contextId, {
      discriminator: "04",
      encoding: "hex",
      parameter: false,
    });
    const headers = { "User-To-User": "00112233;encoding=hex", "user-to-user": value };
    expect(await contactCentre.screenOfCall(headers)).toMatchObject({ contextId });
  });

  test("comes from X-Call-Context-Id when User-to-User holds something else", async () => {
    const headers = { "User-to-User": "00112233;encoding=hex", "X-Call-Context-Id": contextId };
    expect(await contactCentre.screenOfCall(headers)).toMatchObject({ callerName: "Ana" });
  });

  test.each([{}, { "X-Call-Context-Id": "" }, { "X-Call-Context-Id": "not an id" }])(
    "is a notice when the headers are %j",
    async (headers) => {
      expect(await contactCentre.screenOfCall(headers)).toEqual({
        known: false,
        why: "no-context-id",
        notice: "This call carries no context: ask who is calling, and why.",
      });
    },
  );

  test("is a notice when the context is too old", async () => {
    now += 3_600_000;
    expect(await contactCentre.screenOf(contextId)).toMatchObject({ known: false, why: "expired" });
  });

  test.each([
    [new ContextNotFoundError("none"), "not-found"],
    [new InvalidRecordError("reason", "is missing"), "unreadable"],
    [new StoreUnavailableError("down"), "store-unavailable"],
    [new TypeError("a bug"), "store-unavailable"],
  ])("is a notice when the store says %s", async (error, why) => {
    const broken: CallContextStore = { ...store, get: () => Promise.reject(error) };
    const centre = createContactCentre({ store: broken, now: () => now });
    expect(await centre.screenOf(contextId)).toMatchObject({ known: false, why });
  });
});

test("a caller handed over is known to who answers next", async () => {
  const headers = headersOfCall(await contactCentre.handOver({ ...ana, callerName: "Luc" }));
  expect(await contactCentre.screenOfCall(headers)).toMatchObject({ callerName: "Luc" });
});
