import type { CalleeFault } from "../answering/callees.ts";
import type { NamedFault } from "./named-fault.ts";

const first = (name: string, sentence: string, fault: CalleeFault): NamedFault => ({
  name,
  sentence,
  arm: ({ faults }) => faults.callees.inject(fault, { times: 1 }),
});

export const calleeFaults: readonly NamedFault[] = [
  first("callee-busy", "The first callee is busy.", "busy"),
  first("callee-no-answer", "The first callee's phone rings, and nobody answers.", "no-answer"),
  first("callee-declines", "The first callee declines the call.", "declines"),
  first("callee-out-of-reach", "The first callee cannot be reached.", "out-of-reach"),
  {
    name: "everybody-busy",
    sentence: "Every callee is busy.",
    arm: ({ faults }) => {
      for (const operation of ["contact-centre", "phone"] as const) {
        faults.callees.inject("busy", { operation });
      }
    },
  },
];
