import type { Alexa } from "@skill-call/alexa-emulator";
import type { NamedFault } from "../faults/named-fault.ts";
import type { Laptop } from "../laptop.ts";

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
