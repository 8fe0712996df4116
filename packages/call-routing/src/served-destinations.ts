import { type DestinationType, destinationTypes } from "./destination.ts";
import { destinationShapes, withoutType } from "./destination-shapes.ts";
import { isRecord, type Shape } from "./shape.ts";

/**
 * What a telephony service makes of each type of destination: `true` where it can be served, or why it cannot,
 * such as `a SIP media application has no queues`.
 */
export type Served = Readonly<Record<DestinationType, true | string>>;

/** Where the document is checked for itself, whatever service routes by it. */
export const everyDestination: Served = {
  "voice-connector": true,
  pstn: true,
  meeting: true,
  queue: true,
};

/** A destination that the service can serve. */
export function servedDestination(served: Served): Shape {
  const types = destinationTypes.filter((type) => served[type] === true);
  const shapes = new Map<unknown, Shape>(
    destinationTypes.map((type) => [type, shapeOf(type, served[type])]),
  );
  return {
    schema: { oneOf: types.map((type) => destinationShapes[type].schema) },
    example: destinationShapes.pstn.example,
    problemsOf: (value) => {
      const shape = isRecord(value) ? shapes.get(value.type) : undefined;
      return shape ? shape.problemsOf(value) : withoutType(value, types);
    },
  };
}

function shapeOf(type: DestinationType, served: true | string): Shape {
  const shape = destinationShapes[type];
  if (served === true) return shape;
  const problem = `cannot be "${type}" here: ${served}`;
  return { ...shape, problemsOf: () => [{ path: ["type"], problem }] };
}
