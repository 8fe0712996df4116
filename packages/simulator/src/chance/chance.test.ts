import { expect, test } from "@jest/globals";
import { Chance } from "./chance.ts";
import { ratesTimes } from "./faults.ts";

const rates = ratesTimes(10);

function lifeOf(chance: Chance): readonly (number | boolean)[] {
  return Array.from({ length: 50 }, () => [
    chance.befalls("event-lost"),
    chance.draw("patience"),
    chance.befalls("dynamodb-slow"),
  ]).flat();
}

test("the same seed and call have the same life, others have another", () => {
  const life = lifeOf(new Chance({ seed: 1, call: 7, rates }));
  expect(lifeOf(new Chance({ seed: 1, call: 7, rates }))).toEqual(life);
  expect(lifeOf(new Chance({ seed: 1, call: 8, rates }))).not.toEqual(life);
  expect(lifeOf(new Chance({ seed: 2, call: 7, rates }))).not.toEqual(life);
});

test("without one mishap everything else happens as it did", () => {
  const chance = new Chance({ seed: 1, call: 7, rates });
  const life = lifeOf(chance);
  const [mishap = ""] = chance.mishaps;
  const spared = new Chance({ seed: 1, call: 7, rates, without: new Set([mishap]) });
  const changed = lifeOf(spared).filter((each, index) => each !== life[index]);
  expect(changed).toEqual([false]);
  expect(spared.mishaps).toEqual(chance.mishaps.slice(1));
});

test("draws are spread evenly, and faults come as often as they are said to", () => {
  let sum = 0;
  let lost = 0;
  for (let call = 0; call < 10_000; call += 1) {
    const chance = new Chance({ seed: 3, call, rates: ratesTimes(1) });
    sum += chance.between("die", 1, 6);
    lost += Number(chance.befalls("event-lost"));
  }
  expect(Math.abs(sum / 10_000 - 3.5)).toBeLessThan(0.1);
  expect(Math.abs(lost - 100)).toBeLessThan(40);
});
