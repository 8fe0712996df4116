import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SmaTraceEvent } from "../sma-trace.ts";

/**
 * Writes each event as a fixture: `<folder>/001-new-inbound-call.json` and on. They hold what callers and phones are called
 * by.
 */
export function eventRecorder(folder: string): (step: SmaTraceEvent) => void {
  let count = 0;
  return ({ kind, detail }) => {
    if (kind !== "sma.event") return;
    count += 1;
    const { InvocationEventType: type } = detail as { readonly InvocationEventType?: string };
    const name = (type ?? "event").toLowerCase().replaceAll("_", "-");
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${String(count).padStart(3, "0")}-${name}.json`);
    writeFileSync(file, `${JSON.stringify(detail, null, 2)}\n`);
  };
}
