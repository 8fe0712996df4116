import type { Alexa } from "../../alexa/index.ts";
import type { NamedFault } from "../../laptop/faults/named-fault.ts";
import type { Laptop } from "../../laptop/laptop.ts";

/** Makes exactly these happen from now on, and nothing that was to happen before. */
export function armOnly(faults: readonly NamedFault[], laptop: Laptop, alexa?: Alexa): void {
  for (const part of Object.values(laptop.faults)) part.clear();
  alexa?.faults.api.clear();
  alexa?.faults.request.clear();
  for (const fault of faults) {
    fault.arm?.(laptop);
    if (alexa) fault.armAlexa?.(alexa);
  }
}
