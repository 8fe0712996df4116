import { expect } from "@jest/globals";
import { hangup, toNumber, toVoiceConnector } from "./support/actions.ts";
import {
  deskNumber,
  emulatorsUnderTest,
  voiceConnectorArn,
} from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const started = emulatorsUnderTest();
const notAnswered = ["NEW_INBOUND_CALL", "ACTION_FAILED CallNotAnswered", "HANGUP"];

sippTest.each([
  ["busy", "486", "486"],
  ["declining", "603", "480"],
  ["not there", "404", "480"],
  ["out of service", "503", "480"],
])(
  "a callee who is %s (%s) fails the bridge; the Lambda refuses the caller",
  async (_, status, refusal) => {
    const under = await started({
      answers: {
        NEW_INBOUND_CALL: [toVoiceConnector()],
        ACTION_FAILED: [hangup(refusal)],
      },
    });
    const callee = await under.callee({ scenario: "callee-refuses", values: { status } });
    const caller = await under.caller({
      scenario: "caller-is-refused",
      values: { status: refusal },
    });
    expect([caller, await callee.done]).toEqual(["", ""]);
    await under.quiet();
    expect(under.told()).toEqual(notAnswered);
  },
);

sippTest("a callee who does not answer in CallTimeoutSeconds gets a CANCEL", async () => {
  const under = await started({
    answers: { NEW_INBOUND_CALL: [toVoiceConnector({}, 1)], ACTION_FAILED: [hangup("480")] },
  });
  const callee = await under.callee({ scenario: "callee-rings" });
  const caller = await under.caller({ scenario: "caller-is-refused", values: { status: "480" } });
  expect([caller, await callee.done]).toEqual(["", ""]);
  await under.quiet();
  expect(under.told()).toEqual(notAnswered);
});

sippTest("a caller who hangs up while it rings takes the callee's call back", async () => {
  const under = await started({ answers: { NEW_INBOUND_CALL: [toVoiceConnector()] } });
  const callee = await under.callee({ scenario: "callee-rings" });
  const caller = await under.caller({ scenario: "caller-cancels", values: { talks: "400" } });
  expect([caller, await callee.done]).toEqual(["", ""]);
  await under.quiet();
  expect(under.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
});

sippTest("the next destination is tried after one that no carrier takes", async () => {
  const under = await started({
    answers: { NEW_INBOUND_CALL: [toNumber("+442071234567")], ACTION_FAILED: [toVoiceConnector()] },
  });
  const callee = await under.callee({ scenario: "callee-answers" });
  const caller = await under.caller({ scenario: "caller-hangs-up" });
  expect([caller, await callee.done]).toEqual(["", ""]);
  await under.quiet();
  expect(under.told().slice(1, 3)).toEqual(["ACTION_FAILED CallNotAnswered", "ACTION_SUCCESSFUL"]);
});

sippTest("a Voice Connector that is not configured is no endpoint", async () => {
  const under = await started({
    answers: { NEW_INBOUND_CALL: [toVoiceConnector()], ACTION_FAILED: [hangup()] },
    config: { voiceConnectors: { [`${voiceConnectorArn}x`]: "sip:127.0.0.1:9" } },
  });
  const caller = await under.caller({ scenario: "caller-is-refused", values: { status: "480" } });
  expect(caller).toBe("");
  await under.quiet();
  expect(under.told()[1]).toBe("ACTION_FAILED InvalidActionParameter");
});

sippTest("a carrier where nobody listens fails the bridge", async () => {
  const under = await started({
    answers: { NEW_INBOUND_CALL: [toNumber(deskNumber, 2)], ACTION_FAILED: [hangup("480")] },
    config: { carriers: { byPrefix: {}, otherwise: "sip:127.0.0.1:9;transport=tcp" } },
  });
  const caller = await under.caller({ scenario: "caller-is-refused", values: { status: "480" } });
  expect(caller).toBe("");
  await under.quiet();
  expect(under.told()).toEqual(notAnswered);
});
