import type { Destination, DestinationType } from "./destination.ts";
import type { Routes } from "./routes.ts";

/** What a document asks of the service that routes by it: known without reading its rules. */
export interface DocumentUses {
  /** The types of destinations in it. */
  readonly types: readonly DestinationType[];
  /** Whether a destination service is to pick a number. */
  readonly picksNumbers: boolean;
  /** ARNs of the instances of Amazon Connect whose queues are named. */
  readonly queueInstances: readonly string[];
}

/** What the destinations of a document ask for. */
export function usesOf({ rules, otherwise }: Routes): DocumentUses {
  const types = new Set<DestinationType>();
  const queueInstances = new Set<string>();
  let picksNumbers = false;
  const note = (destination: Destination) => {
    types.add(destination.type);
    if ("destinationService" in destination) picksNumbers = true;
    if (destination.type === "queue") queueInstances.add(queueInstanceOf(destination.arn));
  };
  for (const { to } of rules) to.forEach(note);
  otherwise.forEach(note);
  return { types: [...types], picksNumbers, queueInstances: [...queueInstances] };
}

/** The ARN of the instance that a queue belongs to. */
export function queueInstanceOf(queueArn: string): string {
  return queueArn.split("/queue/")[0] ?? queueArn;
}
