import { expect, test } from "@jest/globals";
import { DigitReceiver } from "./digit-receiver.ts";
import { type TelephoneEvent, writeTelephoneEvent } from "./telephone-event.ts";

type Sent = Partial<TelephoneEvent> & { readonly at: number; readonly ssrc?: number };

function heard(...packets: readonly Sent[]): string {
  const receiver = new DigitReceiver();
  return packets
    .map(({ at, ssrc = 1, digit = "5", end = false, duration = 160 }) => {
      const news = receiver.receive({
        marker: false,
        payloadType: 101,
        sequence: 0,
        timestamp: at,
        ssrc,
        payload: writeTelephoneEvent({ digit, end, duration }),
      });
      return news?.first ? news.digit : "";
    })
    .join("");
}

const end = { end: true, duration: 800 };

test("a press is heard once, however many packets tell of it", () => {
  expect(heard({ at: 0 }, { at: 0, duration: 320 }, { at: 0, ...end }, { at: 0, ...end })).toBe(
    "5",
  );
});

test.each([
  ["the end", [{ at: 0 }, { at: 0, duration: 320 }]],
  ["all but the end", [{ at: 0, ...end }]],
])("a press whose packets are lost but for %s is heard", (_what, packets) => {
  expect(heard(...packets)).toBe("5");
});

test("the same key pressed twice is two presses, also when the first end is lost", () => {
  expect(heard({ at: 0 }, { at: 2000 }, { at: 2000, ...end })).toBe("55");
});

test("a packet that comes after the next press has begun is no press", () => {
  const first = { at: 0, digit: "1" };
  expect(heard(first, { at: 2000, digit: "2" }, { ...first, ...end })).toBe("12");
});

test("a key held for longer than an event can last is one press", () => {
  expect(
    heard({ at: 100, duration: 0xffff }, { at: 100 + 0xffff }, { at: 100 + 0xffff, ...end }),
  ).toBe("5");
});

test("times run over", () => {
  expect(heard({ at: 0xffff_fff0, duration: 0xffff }, { at: 0xffef })).toBe("5");
});

test("another sender's press is another one", () => {
  expect(heard({ at: 0 }, { at: 0, ssrc: 2 })).toBe("55");
});

test("every key is heard", () => {
  const keys = [..."0123456789*#ABCD"];
  expect(heard(...keys.map((digit, i) => ({ at: i * 1000, digit })))).toBe(keys.join(""));
});

test("each packet of the latest press tells whether the key is up, one of an earlier press nothing", () => {
  const receiver = new DigitReceiver();
  const packet = { marker: true, payloadType: 101, sequence: 0, ssrc: 1 };
  const told = (timestamp: number, digit: string, up: boolean) =>
    receiver.receive({
      ...packet,
      timestamp,
      payload: writeTelephoneEvent({ digit, end: up, duration: 160 }),
    });
  expect(told(0, "1", false)).toEqual({ digit: "1", first: true, up: false });
  expect(told(0, "1", true)).toEqual({ digit: "1", first: false, up: true });
  expect(told(2000, "2", false)).toEqual({ digit: "2", first: true, up: false });
  expect(told(0, "1", true)).toBeUndefined();
});

test("events that are no keys, and payloads too short, are no presses", () => {
  const receiver = new DigitReceiver();
  const packet = { marker: true, payloadType: 101, sequence: 0, timestamp: 0, ssrc: 1 };
  expect(receiver.receive({ ...packet, payload: Uint8Array.of(16, 10, 0, 160) })).toBeUndefined();
  expect(receiver.receive({ ...packet, payload: Uint8Array.of(1, 10, 0) })).toBeUndefined();
});
