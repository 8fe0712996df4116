import { expect } from "@jest/globals";
import { speak, toNumber, toVoiceConnector } from "./support/actions.ts";
import {
  callerNumber,
  deskNumber,
  emulatorsUnderTest,
  smaNumber,
  type UnderTestOptions,
} from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const underTest = emulatorsUnderTest();
const endToEnd = { media: { anchored: false, strict: false } };
const started = (options: UnderTestOptions) => underTest({ ...options, config: endToEnd });
const userToUser = "6373693d6462373932;encoding=hex";
const bridge = {
  NEW_INBOUND_CALL: [
    toVoiceConnector({ "User-to-User": userToUser, "X-Call-Context-Id": "db792" }),
  ],
};
const callerSdp = "o=ana 11 11 IN IP4 127.0.0.1";
const calleeSdp = "o=desk 22 22 IN IP4 127.0.0.1";
const bridgedThenOver = ["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP", "HANGUP"];

sippTest.each(["UDP", "TCP"] as const)(
  "over %s a caller reaches a Voice Connector end to end, and hangs up",
  async (protocol) => {
    const under = await started({ answers: bridge, protocol });
    const callee = await under.callee({
      scenario: "callee-answers",
      checks: {
        checks: [
          ["start", "^INVITE sip:billing@127.0.0.1:[0-9]+;transport=(udp|tcp) SIP/2.0"],
          ["From", `<sip:\\${smaNumber}@127.0.0.1:[0-9]+>`],
          ["User-to-User", `^ ${userToUser}$`],
          ["X-Call-Context-Id", "^ db792$"],
          ["Max-Forwards", "69"],
          ["body", callerSdp],
        ],
      },
    });
    const headers = `X-Foo-BAR: 1\nuser-TO-user: ${userToUser}\nDiversion: <tel:+1>;reason=deflection\n`;
    const caller = await under.caller({
      scenario: "caller-hangs-up",
      protocol,
      values: { headers },
      checks: { checks: [["body", calleeSdp]] },
    });
    expect([caller, await callee.done]).toEqual(["", ""]);
    await under.quiet();
    expect(under.told()).toEqual(bridgedThenOver);
    expect(under.events()[0]?.CallDetails.Participants).toEqual([
      expect.objectContaining({
        To: smaNumber,
        From: callerNumber,
        SipHeaders: {
          "X-Foo-BAR": "1",
          "user-TO-user": userToUser,
          Diversion: "<tel:+1>;reason=deflection",
        },
      }),
    ]);
  },
);

sippTest(
  "a caller reaches a phone by the carrier for its prefix, and the callee hangs up",
  async () => {
    const under = await started({ answers: { NEW_INBOUND_CALL: [toNumber()] } });
    const callee = await under.callee({
      scenario: "callee-hangs-up",
      checks: {
        checks: [
          ["start", `^INVITE sip:\\${deskNumber}@127.0.0.1`],
          ["body", callerSdp],
        ],
      },
    });
    const caller = await under.caller({
      scenario: "caller-is-hung-up-on",
      checks: { checks: [["body", calleeSdp]] },
    });
    expect([caller, await callee.done]).toEqual(["", ""]);
    await under.quiet();
    expect(under.told()).toEqual(bridgedThenOver);
    expect(under.events()[2]?.ActionData?.Parameters).toMatchObject({
      ParticipantTag: "LEG-B",
      SipResponseCode: 0,
    });
  },
);

sippTest("early media reaches the caller before the answer", async () => {
  const under = await started({ answers: bridge });
  const callee = await under.callee({ scenario: "callee-plays-early-media" });
  const caller = await under.caller({
    scenario: "caller-hears-early-media",
    checks: { early: [["body", calleeSdp]], checks: [["body", calleeSdp]] },
  });
  expect([caller, await callee.done]).toEqual(["", ""]);
  await under.quiet();
  expect(under.told()).toEqual(bridgedThenOver);
});

sippTest("hold is between caller and callee", async () => {
  const under = await started({ answers: bridge });
  const callee = await under.callee({
    scenario: "callee-is-held",
    checks: {
      held: [
        ["body", "o=ana 11 12"],
        ["body", "a=sendonly"],
      ],
    },
  });
  const caller = await under.caller({
    scenario: "caller-holds",
    checks: {
      held: [
        ["body", "o=desk 22 23"],
        ["body", "a=recvonly"],
      ],
    },
  });
  expect([caller, await callee.done]).toEqual(["", ""]);
  await under.quiet();
  expect(under.told()).toEqual(bridgedThenOver);
});

sippTest(
  "a caller who heard us first is brought together with the callee by a re-INVITE",
  async () => {
    const under = await started({
      answers: { NEW_INBOUND_CALL: [speak("Hi."), toVoiceConnector()] },
    });
    const callee = await under.callee({
      scenario: "callee-answers",
      checks: { checks: [["body", callerSdp]] },
    });
    const caller = await under.caller({
      scenario: "caller-is-reinvited",
      checks: {
        checks: [["body", "m=audio [0-9]+ RTP/AVP 0 "]],
        // The session that the caller has with us goes on: only its version grows (RFC 3264 §8).
        reinvited: [
          ["body", "o=- [0-9]+ 2 IN IP4 127.0.0.1"],
          ["body", "m=audio 7000 RTP/AVP 0"],
        ],
      },
    });
    expect([caller, await callee.done]).toEqual(["", ""]);
    await under.quiet();
    expect(under.told()).toEqual(bridgedThenOver);
  },
);
