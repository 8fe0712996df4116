import {
  ChimeSDKVoiceClient,
  CreateSipMediaApplicationCallCommand,
  UpdateSipMediaApplicationCallCommand,
} from "@aws-sdk/client-chime-sdk-voice";
import { expect } from "@jest/globals";
import { hangup, speak } from "./support/actions.ts";
import { deskNumber, emulatorsUnderTest, smaNumber } from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const started = emulatorsUnderTest();

const clientFor = (endpoint: string) =>
  new ChimeSDKVoiceClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });

const request = {
  SipMediaApplicationId: "sma",
  FromPhoneNumber: smaNumber,
  ToPhoneNumber: deskNumber,
};

sippTest(
  "CreateSipMediaApplicationCall rings a SIP phone, which hears us and is hung up on",
  async () => {
    const under = await started({ answers: { CALL_ANSWERED: [speak("Hi."), hangup()] } });
    const callee = await under.callee({
      scenario: "callee-answers",
      checks: {
        checks: [
          ["start", `^INVITE sip:\\${deskNumber}@`],
          ["From", `<sip:\\${smaNumber}@`],
          ["X-Callback", "^ yes$"],
          ["body", "m=audio [0-9]+ RTP/AVP"],
        ],
      },
    });
    const api = clientFor(under.emulator.apis.voice);
    await api.send(
      new CreateSipMediaApplicationCallCommand({
        ...request,
        SipHeaders: { "X-Callback": "yes" },
        ArgumentsMap: { contextId: "db792" },
      }),
    );
    expect(await callee.done).toBe("");
    await under.quiet();
    expect(under.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "CALL_ANSWERED", "HANGUP"]);
    expect(under.events()[0]?.ActionData?.Parameters).toEqual({
      Arguments: { contextId: "db792" },
    });
  },
);

sippTest.each([
  ["busy", "486", 486],
  ["out of service", "503", 480],
])("a phone that is %s ends the call with a HANGUP", async (_, status, code) => {
  const under = await started({ answers: {} });
  const callee = await under.callee({ scenario: "callee-refuses", values: { status } });
  await clientFor(under.emulator.apis.voice).send(
    new CreateSipMediaApplicationCallCommand(request),
  );
  expect(await callee.done).toBe("");
  await under.quiet();
  expect(under.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "HANGUP"]);
  expect(under.events()[2]?.ActionData?.Parameters).toMatchObject({ SipResponseCode: code });
});

sippTest("UpdateSipMediaApplicationCall interrupts a pause of a live call", async () => {
  const pause = { Type: "Pause", Parameters: { DurationInMilliseconds: "20000" } };
  const under = await started({
    answers: { CALL_ANSWERED: [pause], CALL_UPDATE_REQUESTED: [hangup()] },
  });
  const callee = await under.callee({ scenario: "callee-answers" });
  const api = clientFor(under.emulator.apis.voice);
  const { SipMediaApplicationCall } = await api.send(
    new CreateSipMediaApplicationCallCommand(request),
  );
  await under.until("leg.answered");
  await under.until("sma.answer", 3);
  await api.send(
    new UpdateSipMediaApplicationCallCommand({
      SipMediaApplicationId: "sma",
      TransactionId: SipMediaApplicationCall?.TransactionId,
      Arguments: { why: "test" },
    }),
  );
  expect(await callee.done).toBe("");
  await under.quiet();
  expect(under.told().slice(2)).toEqual([
    "CALL_ANSWERED",
    "CALL_UPDATE_REQUESTED",
    "ACTION_INTERRUPTED",
    "HANGUP",
  ]);
});
