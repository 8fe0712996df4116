import { InvalidArgumentError } from "commander";
import { namedFault, namedFaults } from "../../laptop/faults/catalogue.ts";
import type { NamedFault } from "../../laptop/faults/named-fault.ts";
import { factLines } from "../render/facts.ts";

/** What `--fault` asks for: the list of all, or some of them. */
export type FaultOption = "list" | readonly NamedFault[];

/** Collects `--fault <name>` options. */
export function collectFault(given: string, collected: FaultOption = []): FaultOption {
  if (given === "list" || collected === "list") return "list";
  const fault = namedFault(given);
  if (!fault) throw new InvalidArgumentError(unknownFault(given));
  return [...collected, fault];
}

export function unknownFault(given: string): string {
  const [part = ""] = given.split("-");
  const near = namedFaults.filter(({ name }) => name.startsWith(part)).map(({ name }) => name);
  const hint = near.length > 0 ? `Did you mean ${near.join(", ")}?` : "";
  return `There is no fault of that name. ${hint || "`call --fault list` shows them all."}`;
}

/** Every fault with its sentence. */
export function faultList(width: number): string[] {
  return factLines(
    namedFaults.map(({ name, sentence }) => [name, sentence] as const),
    width,
  );
}
