import { randomUUID } from "node:crypto";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import { CommandError } from "@skill-call/terminal";
import { invoked } from "../lambda/rehearsal/invoked.ts";
import type { AskingPorts } from "../lambda/rehearsal/rehearsal-ports.ts";
import { rehearseOrdinaryCall } from "../lambda/rehearsal/rehearse-calls.ts";
import { rehearseOrdinaryContact } from "../lambda/rehearsal/rehearse-contacts.ts";
import type { WireEvent } from "../lambda/rehearsal/rehearsed-call.ts";
import type { Part } from "./parts.ts";
import type { Step } from "./plan.ts";

/** Parts that know a call which nobody makes: no number is called, nothing is counted, no context is needed. */
const rehearsals: Partial<Record<Part, (ports: AskingPorts) => Promise<readonly string[]>>> = {
  "sma-handler": rehearseOrdinaryCall,
  "connect-handler": rehearseOrdinaryContact,
};

export interface Tried {
  readonly name: string;
  readonly part: Part;
  readonly version: () => number | string;
}

/**
 * A call that nobody makes with a version, before it gets those that somebody does: one that does not start, or has lost
 * its role, is found. Nothing for parts that have no such call.
 */
export function triesVersion(
  client: LambdaClient,
  { name, part, version }: Tried,
): readonly Step[] {
  const rehearse = rehearsals[part];
  if (!rehearse) return [];
  return [
    {
      what: `${name}: version ${version()} answers a call that nobody makes`,
      carryOut: async () => {
        const invoke = (event: WireEvent) => invoked(client, `${name}:${version()}`, event);
        const problems = await rehearse({ invoke, newId: randomUUID, now: Date.now });
        if (problems.length === 0) return;
        throw new CommandError(
          `The alias stays where it is. Version ${version()}: ${problems.join("; ")}.`,
        );
      },
    },
  ];
}
