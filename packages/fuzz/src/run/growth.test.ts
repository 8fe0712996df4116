import { expect, test } from "@jest/globals";
import type { Target } from "../targets/target.ts";
import { feedLongInputs } from "./growth.ts";

function reader(feed: Target["feed"]): Target {
  return { is: "a reader", form: "text", samples: ["x"], words: [], feed };
}

const length = 80_000;

test("what takes four times as long for twice as much is found", async () => {
  const target = reader((text) => {
    if (!text.startsWith(",,")) return;
    for (let at = 0; at < text.length; at += 1) text.lastIndexOf("?", at);
  });
  expect(await feedLongInputs(target, { length })).toEqual([
    expect.objectContaining({ problem: expect.stringMatching(/^twice as much .*"," at 0/) }),
  ]);
});

test("what takes twice as long for twice as much is none, and a fault is told", async () => {
  const linear = reader((text) => void text.replaceAll(/[^x]/g, "y").split("y").join("z"));
  expect(await feedLongInputs(linear, { length })).toEqual([]);
  const deep = reader((text) => {
    if (text.startsWith("[[")) throw new RangeError("too deep");
  });
  expect(await feedLongInputs(deep, { length })).toEqual([
    expect.objectContaining({ problem: expect.stringMatching(/^RangeError: too deep/) }),
  ]);
});
