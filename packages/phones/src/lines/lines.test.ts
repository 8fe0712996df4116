import { describe, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { dialWithin } from "./dial-within.ts";
import type { Line, LineEvents } from "./line.ts";
import { connectPhone, type Phone, type PhoneCall } from "./phone.ts";
import { createScriptedCarrier, createScriptedVoiceConnectors } from "./scripted-networks.ts";
import { createScriptedPhones } from "./scripted-phones.ts";

const clock = createManualClock();

/** Dials a line of which the test holds the far end. */
function dialled(limitMs = 30_000) {
  const told: string[] = [];
  const giveUp = new AbortController();
  let farEnd: LineEvents | undefined;
  const line: Line = { hangUp: () => told.push("hung up") };
  const end = dialWithin({
    dial: (events) => {
      farEnd = events;
      return line;
    },
    clock,
    limitMs,
    signal: giveUp.signal,
    onRinging: () => told.push("rings"),
    onAnswered: () => told.push("answered"),
    onHungUp: () => told.push("far end hung up"),
    onDigit: (digit) => told.push(digit),
  });
  if (!farEnd) throw new Error("Nobody was dialled.");
  return { end, told, farEnd, giveUp };
}

describe("dialling", () => {
  test("ends with the answer; what comes after it is still heard", async () => {
    const { end, told, farEnd } = dialled();
    farEnd.ringing();
    farEnd.answered();
    expect(await end).toEqual({ type: "answered" });
    farEnd.digit("5");
    farEnd.hungUp();
    await clock.elapse(60_000);
    expect(told).toEqual(["rings", "answered", "5", "far end hung up"]);
  });

  test("gives up after its time, and an answer that crosses it counts no more", async () => {
    const { end, told, farEnd } = dialled(5000);
    await clock.elapse(5000);
    farEnd.ringing();
    farEnd.answered();
    farEnd.failed(487);
    expect(await end).toEqual({ type: "failed", sipCode: 408 });
    expect(told).toEqual(["hung up"]);
  });

  test("gives up when it is told to", async () => {
    const { end, told, giveUp } = dialled();
    giveUp.abort();
    expect(await end).toEqual({ type: "given-up" });
    expect(told).toEqual(["hung up"]);
  });

  test("ends with the status of a call that was not answered", async () => {
    const { end, farEnd } = dialled();
    farEnd.failed(486);
    expect(await end).toEqual({ type: "failed", sipCode: 486 });
  });
});

/** A phone in this process, with all that the caller notices. */
async function calling(phone: Phone) {
  const heard: string[] = [];
  let taken: PhoneCall | undefined;
  const line = connectPhone(
    (call) => {
      taken = call;
      phone(call);
    },
    { transactionId: "t", callId: "b", from: "+12045550100", to: "+12045550177", headers: {} },
    {
      ringing: () => heard.push("rings"),
      answered: () => heard.push("answered"),
      failed: (sipCode) => heard.push(String(sipCode)),
      hungUp: () => heard.push("hung up"),
      digit: (digit) => heard.push(digit),
    },
  );
  expect(heard).toEqual([]);
  await clock.elapse(0);
  if (!taken) throw new Error("The phone did not ring.");
  return { heard, line, call: taken };
}

describe("a phone", () => {
  test("may answer at once", async () => {
    const { heard } = await calling((call) => call.answer());
    expect(heard).toEqual(["answered"]);
  });

  test("does nothing twice, and nothing after the end", async () => {
    const { heard, call } = await calling((each) => {
      each.ring();
      each.answer();
      each.answer();
      each.ring();
    });
    call.hangUp();
    call.hangUp();
    call.refuse(486);
    call.answer();
    call.press("1");
    expect(heard).toEqual(["rings", "answered", "hung up"]);
  });

  test("presses keys only during the call", async () => {
    const { heard, call } = await calling((each) => each.ring());
    call.press("1");
    call.answer();
    call.press("23");
    expect(heard).toEqual(["rings", "answered", "2", "3"]);
  });

  test("hears of the end, whoever hangs up", async () => {
    const ends: string[] = [];
    const { line, heard, call } = await calling((each) => {
      each.onOver(() => ends.push("over"));
      each.answer();
    });
    line.hangUp();
    line.hangUp();
    expect(ends).toEqual(["over"]);
    call.onOver(() => ends.push("long over"));
    expect(ends).toEqual(["over", "long over"]);
    expect(heard).toEqual(["answered"]);
  });

  test("is not rung when the caller has gone already", async () => {
    const rung: unknown[] = [];
    const line = connectPhone((call) => rung.push(call), {} as PhoneCall["request"], {
      ringing: () => {},
      answered: () => {},
      failed: () => {},
      hungUp: () => {},
      digit: () => {},
    });
    line.hangUp();
    await clock.elapse(0);
    expect(rung).toEqual([]);
  });
});

describe("a scripted phone", () => {
  const phones = createScriptedPhones(clock);

  test.each<[string, Phone, readonly string[]]>([
    ["answers", phones.answers({ afterMs: 1000 }), ["rings", "answered"]],
    [
      "answers, presses keys and hangs up",
      phones.answers({ presses: [{ afterMs: 1, digits: "1#" }], hangsUpAfterMs: 2 }),
      ["rings", "answered", "1", "#", "hung up"],
    ],
    ["is a voice mail", phones.voiceMail(), ["rings", "answered", "hung up"]],
    ["is busy", phones.busy(), ["486"]],
    ["declines", phones.declines({ afterMs: 10 }), ["rings", "603"]],
    ["is not answered", phones.noAnswer(), ["rings"]],
    ["is out of reach", phones.outOfReach(), ["503"]],
  ])("%s", async (_what, phone, expected) => {
    const { heard } = await calling(phone);
    await clock.elapse(120_000);
    expect(heard).toEqual(expected);
  });

  test("rings until it is ready, and does not answer a caller who gave up by then", async () => {
    let beReady: () => void = () => {};
    const notBefore = () =>
      new Promise<void>((resolve) => {
        beReady = resolve;
      });
    const answered = await calling(phones.answers({ notBefore }));
    await clock.elapse(60_000);
    expect(answered.heard).toEqual(["rings"]);
    beReady();
    await clock.elapse(0);
    expect(answered.heard).toEqual(["rings", "answered"]);

    const taken: PhoneCall[] = [];
    const givenUp = await calling(
      phones.answers({ notBefore, onAnswer: (call) => taken.push(call) }),
    );
    await clock.elapse(0);
    givenUp.line.hangUp();
    beReady();
    await clock.elapse(0);
    expect([givenUp.heard, taken]).toEqual([["rings"], []]);
  });

  test("leaves no timer behind when the caller gives up", async () => {
    const pending = new Set<object>();
    const watched = createScriptedPhones({
      now: clock.now,
      after: (ms, task) => {
        const timer = {};
        pending.add(timer);
        const cancel = clock.after(ms, task);
        return () => {
          pending.delete(timer);
          cancel();
        };
      },
    });
    const { line } = await calling(watched.voiceMail());
    expect(pending.size).toBe(1);
    line.hangUp();
    expect(pending.size).toBe(0);
  });
});

describe("a scripted network", () => {
  const request = {
    transactionId: "t",
    callId: "b",
    from: "+12045550100",
    headers: {},
  };

  function listening() {
    const codes: number[] = [];
    const events: LineEvents = {
      ringing: () => {},
      answered: () => {},
      failed: (sipCode) => codes.push(sipCode),
      hungUp: () => {},
      digit: () => {},
    };
    return { codes, events };
  }

  test("rings the phone of a number, and the one for all others", async () => {
    const { codes, events } = listening();
    const carrier = createScriptedCarrier({
      phones: { "+12045550177": (call) => call.refuse(486) },
      otherwise: (call) => call.refuse(404),
    });
    carrier.dial({ ...request, to: "+12045550177" }, events);
    carrier.dial({ ...request, to: "+12045550199" }, events);
    carrier.dial({ ...request, to: "constructor" }, events);
    await clock.elapse(0);
    expect(codes).toEqual([486, 404, 404]);
  });

  test("knows only its own Voice Connectors", () => {
    const { events } = listening();
    const voiceConnectors = createScriptedVoiceConnectors({ arn: (call) => call.ring() });
    expect(voiceConnectors.dial({ ...request, arn: "arn", user: "1" }, events)).toBeDefined();
    expect(voiceConnectors.dial({ ...request, arn: "other", user: "1" }, events)).toBeUndefined();
    expect(
      voiceConnectors.dial({ ...request, arn: "toString", user: "1" }, events),
    ).toBeUndefined();
  });
});
