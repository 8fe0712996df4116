import type { NamedFault } from "./named-fault.ts";

export const skillFaults: readonly NamedFault[] = [
  {
    name: "skill-timed-out",
    sentence: "The skill's next invocation times out.",
    arm: ({ faults }) => faults.skill.inject({ kind: "timed-out" }, { times: 1 }),
  },
  {
    name: "skill-crash",
    sentence: "The skill's process dies in the next invocation.",
    arm: ({ faults }) => faults.skill.inject({ kind: "crash" }, { times: 1 }),
  },
];
