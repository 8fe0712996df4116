import type { CallForm } from "@skill-call/call-form";
import type { Output } from "@skill-call/terminal";
import type { BrokenVariant } from "../broken/broken-variants.ts";
import { callsUntilCaught } from "../run/catch-broken.ts";

export interface BrokenOptions {
  readonly seed: number;
  readonly calls: number;
  readonly json?: boolean;
  readonly form: CallForm;
  readonly variants: Readonly<Record<string, BrokenVariant>>;
}

/** Breaks one part after the other, and prints how soon each was noticed; whether all were. */
export async function printBroken(options: BrokenOptions, output: Output): Promise<boolean> {
  const { green, red } = output.terminal.colors;
  const rows = [];
  for (const [name, variant] of Object.entries(options.variants)) {
    const calls = await callsUntilCaught(variant, options);
    rows.push({ name, is: variant.is, breaks: variant.breaks, caughtAfterCalls: calls ?? null });
    if (options.json) continue;
    const verdict = calls === undefined ? `${red("✘")} not noticed` : `${green("✔")} call ${calls}`;
    output.print(`${verdict.padEnd(terminalColumns)}${variant.breaks.padEnd(26)}${variant.is}`);
  }
  if (options.json) output.printJson({ seed: options.seed, variants: rows });
  return rows.every(({ caughtAfterCalls }) => caughtAfterCalls !== null);
}

const terminalColumns = 14;
