import type { NamedFault } from "@skill-call/laptop/choices";
import { factLines } from "@skill-call/terminal";
import { InvalidArgumentError } from "commander";

/** What `--fault` asks for: the list of all, or some of them. */
export type FaultOption = "list" | readonly NamedFault[];

/** Collects `--fault <name>` options. */
export function faultCollector(catalogue: readonly NamedFault[]) {
  return (given: string, collected: FaultOption = []): FaultOption => {
    if (given === "list" || collected === "list") return "list";
    const fault = faultNamed(catalogue, given);
    if (!fault) throw new InvalidArgumentError(unknownFault(catalogue, given));
    return [...collected, fault];
  };
}

export function faultNamed(catalogue: readonly NamedFault[], name: string): NamedFault | undefined {
  return catalogue.find((fault) => fault.name === name);
}

/** Says what there is instead. */
export function unknownFault(catalogue: readonly NamedFault[], given: string): string {
  const [part = ""] = given.split("-");
  const near = catalogue.map(({ name }) => name).filter((name) => name.startsWith(`${part}-`));
  return near.length > 0
    ? `There is no fault of that name. Did you mean ${near.join(", ")}?`
    : "There is no fault of that name; `list` shows them all.";
}

/** Every fault with its sentence. */
export function faultList(catalogue: readonly NamedFault[], width: number): string[] {
  return factLines(
    catalogue.map(({ name, sentence }) => [name, sentence] as const),
    width,
  );
}
