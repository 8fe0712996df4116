import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { DigitInput } from "./digit-input.ts";

function gathering(pattern: RegExp) {
  const clock = createManualClock();
  const inputs: string[] = [];
  const input = new DigitInput({
    clock,
    pattern,
    lookMs: 1000,
    flushMs: 10_000,
    onInput: (digits) => inputs.push(digits),
  });
  const press = (digits: string) => {
    for (const digit of digits) input.press(digit);
  };
  return { clock, inputs, input, press };
}

test("an input that matches is handed on when no further digit comes", () => {
  const { clock, inputs, press } = gathering(/^\d{2}#$/);
  press("11");
  clock.advance(900);
  press("#");
  clock.advance(999);
  expect(inputs).toEqual([]);
  clock.advance(1);
  expect(inputs).toEqual(["11#"]);
});

test("digits that do not match yet are kept", () => {
  const { clock, inputs, press } = gathering(/^\d{3}$/);
  press("1");
  clock.advance(3000);
  press("23");
  clock.advance(1000);
  expect(inputs).toEqual(["123"]);
});

test("what has not matched in time is handed on as it is, and the next input begins anew", () => {
  const { clock, inputs, press } = gathering(/^\d{3}$/);
  press("12");
  clock.advance(9999);
  expect(inputs).toEqual([]);
  clock.advance(1);
  expect(inputs).toEqual(["12"]);
  press("345");
  clock.advance(1000);
  expect(inputs).toEqual(["12", "345"]);
  clock.advance(60_000);
  expect(inputs).toHaveLength(2);
});

test("once stopped it gathers nothing", () => {
  const { clock, inputs, input, press } = gathering(/./);
  press("1");
  input.stop();
  press("2");
  clock.advance(60_000);
  expect(inputs).toEqual([]);
});
