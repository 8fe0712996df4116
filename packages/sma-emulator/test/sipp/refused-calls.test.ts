import { expect } from "@jest/globals";
import { hangup, speak } from "./support/actions.ts";
import { emulatorsUnderTest, smaNumber } from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const started = emulatorsUnderTest();

sippTest.each([
  ["an unknown number", { number: "+12065559999" }, {}],
  ["a number without a SIP rule", {}, { sipRules: [] }],
  [
    "a number that is for Voice Connectors",
    {},
    { numbers: [{ number: smaNumber, productType: "VoiceConnector" }] },
  ],
] as const)(
  "%s is refused 404, with the reason, and no Lambda is asked",
  async (_, call, config) => {
    const under = await started({ answers: {}, config });
    const caller = await under.caller({
      ...call,
      scenario: "caller-is-refused",
      values: { status: "404" },
      checks: { checks: [["Warning", '^ 399 skill-call "']] },
    });
    expect(caller).toBe("");
    await under.quiet();
    expect(under.told()).toEqual([]);
  },
);

sippTest.each(["480", "486"])("a Lambda that hangs up with %s refuses the call", async (status) => {
  const under = await started({ answers: { NEW_INBOUND_CALL: [hangup(status)] } });
  const caller = await under.caller({ scenario: "caller-is-refused", values: { status } });
  expect(caller).toBe("");
  await under.quiet();
  expect(under.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
});

sippTest("a Lambda that throws, also when it is asked again, costs the call: 480", async () => {
  const under = await started({ answers: { NEW_INBOUND_CALL: "throw" } });
  const caller = await under.caller({ scenario: "caller-is-refused", values: { status: "480" } });
  expect(caller).toBe("");
  await under.quiet();
  const warnings = under.log.filter(({ level }) => level === "error");
  expect(warnings.map(({ message }) => message)).toEqual([
    "The Lambda gave no answer: Error",
    "The Lambda gave no answer: Error",
  ]);
});

sippTest(
  "a skill that the application does not allow is refused 403; without a list the header is one like any other",
  async () => {
    const headers = "X-Alexa-LWA-ClientId: amzn1.application-oa2-client.1\n";
    const answers = { NEW_INBOUND_CALL: [hangup("486")] };
    const open = await started({ answers });
    const call = { scenario: "caller-is-refused", values: { headers, status: "486" } };
    expect(await open.caller(call)).toBe("");
    await open.quiet();
    expect(open.events()[0]?.CallDetails.Participants[0]?.SipHeaders).toEqual({
      "X-Alexa-LWA-ClientId": "amzn1.application-oa2-client.1",
    });

    const strict = await started({ answers, allowedSkills: ["amzn1.application-oa2-client.2"] });
    const refused = { scenario: "caller-is-refused", values: { headers, status: "403" } };
    expect(await strict.caller(refused)).toBe("");
    expect(strict.told()).toEqual([]);
  },
);

sippTest("a Lambda that hangs up at once after it answered leaves no leg up", async () => {
  const pause = { Type: "Pause", Parameters: { DurationInMilliseconds: "100" } };
  const under = await started({
    answers: { NEW_INBOUND_CALL: [speak("."), pause, hangup()] },
  });
  expect(await under.caller({ scenario: "caller-is-hung-up-on" })).toBe("");
  await under.quiet();
  expect(under.emulator.sipLegs()).toBe(0);
});

sippTest(
  "a caller with whom no codec is common is refused 488, and no Lambda is asked",
  async () => {
    const under = await started({ answers: { NEW_INBOUND_CALL: [speak("Hi.")] } });
    const values = { status: "488", codecs: "97" };
    expect(await under.caller({ scenario: "caller-is-refused", values })).toBe("");
    await under.quiet();
    expect(under.told()).toEqual([]);
    expect(under.steps.map(({ kind, label }) => [kind, label])).toEqual([
      [
        "sip.note",
        "488 Not Acceptable Here. No audio stream over RTP/AVP with PCMU or PCMA: audio RTP/AVP 97.",
      ],
    ]);
  },
);
