import { expect, test } from "@jest/globals";
import { encodeContextId } from "@skill-call/call-context";
import { Desk } from "../support/desk.ts";
import { skillCallHeaders } from "../support/phone-line.ts";
import {
  branchOffice,
  callerIdNumber,
  closestBranch,
  sampleConfig,
  secondContactCentre,
  voiceConnectorArn,
} from "../support/sample-config.ts";
import { sampleContext } from "../support/sample-context.ts";

test("case 1: the caller is bridged to the Voice Connector, with the context ID in both headers", async () => {
  const desk = new Desk(sampleConfig({ billing: [secondContactCentre] }));
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  expect(await line.incoming()).toEqual([
    {
      Type: "CallAndBridge",
      Parameters: {
        CallerIdNumber: callerIdNumber,
        CallTimeoutSeconds: 15,
        Endpoints: [{ BridgeEndpointType: "AWS", Arn: voiceConnectorArn, Uri: "overflow" }],
        SipHeaders: {
          "User-to-User": encodeContextId(contextId),
          "X-Call-Context-Id": contextId,
        },
      },
    },
  ]);
});

test("case 2: a back-end service gets the context and picks the number; no headers go there", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch] }));
  const contextId = await desk.stored();
  expect(await desk.skillCall(contextId).incoming()).toEqual([
    {
      Type: "CallAndBridge",
      Parameters: {
        CallerIdNumber: callerIdNumber,
        Endpoints: [{ BridgeEndpointType: "PSTN", Uri: "+12045550130" }],
      },
    },
  ]);
  expect(desk.picks).toMatchObject([
    { url: closestBranch.destinationService, context: { ...sampleContext, contextId } },
  ]);
});

test("a destination may be a fixed phone number", async () => {
  const desk = new Desk(sampleConfig({ billing: [branchOffice] }));
  const [action] = await desk.skillCall(await desk.stored()).incoming();
  expect(action?.Parameters.Endpoints).toEqual([
    { BridgeEndpointType: "PSTN", Uri: branchOffice.number },
  ]);
});

test("a whole call costs one store request before its answer, one when connected, one at its end", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);

  await line.incoming();
  expect(desk.storeUses).toEqual(["claim"]);
  expect(await desk.statusOf(contextId)).toBe("claimed");

  expect(await line.succeeded("CallAndBridge")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("connected");

  expect(await line.hungUp("LEG-B")).toEqual([{ Type: "Hangup", Parameters: { CallId: "leg-a" } }]);
  expect(await line.succeeded("Hangup")).toEqual([]);
  expect(await line.hungUp("LEG-A")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("ended");
  expect(desk.storeUses).toEqual(["claim", "advance connected", "advance ended"]);
});

test("a caller who hangs up while it rings leaves no leg up, and a failed call", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.addLegB();
  expect(await line.hungUp("LEG-A")).toEqual([{ Type: "Hangup", Parameters: { CallId: "leg-b" } }]);
  expect(await line.hungUp("LEG-B")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("failed");
  expect(desk.storeUses).toEqual(["claim", "advance failed"]);
});

test("the User-to-User header goes on as it came, whatever its form", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const asItCame = `foo;purpose=isdn-uui, "csi=${contextId}";Content=x`;
  const line = desk.line({ headers: skillCallHeaders(asItCame) });
  const [action] = await line.incoming();
  expect(action?.Parameters.SipHeaders).toEqual({
    "User-to-User": asItCame,
    "X-Call-Context-Id": contextId,
  });
});

test("also to the second destination, when the legs no longer show it", async () => {
  const desk = new Desk(sampleConfig({ billing: [branchOffice, secondContactCentre] }));
  const contextId = await desk.stored();
  const asItCame = encodeContextId(contextId).toUpperCase().replace(";ENCODING=", ";Encoding=");
  const headers = skillCallHeaders(asItCame);
  const line = desk.line({ headers });
  await line.incoming();
  delete headers["User-to-User"];
  const [action] = await line.failed("CallAndBridge");
  expect(action?.Parameters.SipHeaders).toMatchObject({ "User-to-User": asItCame });
});

test("a header that CallAndBridge would refuse is written anew", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const tooLong = `${encodeContextId(contextId)},${"x".repeat(2_100)}`;
  const [action] = await desk.line({ headers: skillCallHeaders(tooLong) }).incoming();
  expect(action?.Parameters.SipHeaders).toMatchObject({
    "User-to-User": encodeContextId(contextId),
  });
});

test.each(["User-to-User", "user-to-user", "USER-TO-USER"])(
  "the header is found as %s",
  async (name) => {
    const desk = new Desk();
    const contextId = await desk.stored();
    const { "User-to-User": value, ...others } = skillCallHeaders(encodeContextId(contextId));
    await desk.line({ headers: { ...others, [name]: value ?? "" } }).incoming();
    expect(await desk.statusOf(contextId)).toBe("claimed");
  },
);

test("a status that cannot be written holds nobody up", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  desk.ports.store.advance = async () => {
    throw new Error("Joséphine cannot be written");
  };
  expect(await line.succeeded("CallAndBridge")).toEqual([]);
  expect(await line.hungUp("LEG-A")).toEqual([{ Type: "Hangup", Parameters: { CallId: "leg-b" } }]);
  expect(await line.hungUp("LEG-B")).toEqual([]);
  expect(desk.logged("context.status-not-written")).toMatchObject([
    { status: "connected", error: "Error" },
    { status: "ended", error: "Error" },
  ]);
});
