import { expect, test } from "@jest/globals";
import type { TraceEvent } from "@skill-call/emulation/trace";
import { stepText } from "./step-text.ts";

const step: TraceEvent = {
  at: 0,
  from: "caller",
  to: "pstn-audio",
  kind: "sip.request",
  label: "BYE sip:+16073331111@127.0.0.1",
};

test("a SIP message is the lines that it is", () => {
  const message = 'BYE sip:+16073331111@127.0.0.1 SIP/2.0\r\nFrom: "Ana" <sip:a@b>;tag=1\r\n\r\n';
  expect(stepText({ ...step, detail: { protocol: "UDP", message } })).toBe(
    'BYE sip:+16073331111@127.0.0.1 SIP/2.0\nFrom: "Ana" <sip:a@b>;tag=1\n\n',
  );
});

test.each([
  ["anything else is JSON", { ...step, kind: "sma.event", detail: { message: "a\r\nb" } }],
  ["so is what is no message", { ...step, detail: { message: 1 } }],
])("%s", (_, event) => {
  expect(JSON.parse(stepText(event) ?? "")).toEqual(event.detail);
});

test("a step without more to it has no text", () => {
  expect(stepText(step)).toBeUndefined();
});
