import type { Chance } from "../chance/chance.ts";

/** IDs that say whose they are, so that every part of the world finds its call; otherwise as long and strange as real ones. */
export function newIdOf(call: number, chance: Chance): string {
  const random = () =>
    Math.floor(chance.draw("id") * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0");
  const tail = `${random()}${random()}`;
  const owner = call.toString(16).padStart(8, "0");
  return `${owner}-${tail.slice(0, 4)}-4${tail.slice(4, 7)}-8${tail.slice(7, 10)}-${tail.slice(10, 16)}5eed5e`;
}

export function callOfId(id: string): number | undefined {
  return id.endsWith("5eed5e") ? Number.parseInt(id.slice(0, 8), 16) : undefined;
}
