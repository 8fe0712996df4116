import { type Destination, isRoutesError, readRoutes } from "@skill-call/call-routing";
import { InvalidArgumentError } from "commander";
import * as v from "valibot";
import { connectQueueArn, e164Number } from "../deployment/formats.ts";

/**
 * A destination as it is typed: a number, a queue's ARN, or what stands in routes.
 * @throws {InvalidArgumentError} where it is none, or one that asks for rights which the running version may not have
 */
export function typedDestination(typed: string): Destination {
  const destination = read(typed);
  if (destination.type === "meeting" || "destinationService" in destination) {
    throw new InvalidArgumentError(
      "Meetings and destination services take rights that the running version may not have: change the routes and deploy.",
    );
  }
  return destination;
}

function read(typed: string): Destination {
  if (typed.startsWith("{")) return readInJson(typed);
  if (v.is(e164Number, typed)) return { type: "pstn", number: typed };
  if (v.is(connectQueueArn, typed)) return { type: "queue", arn: typed };
  throw new InvalidArgumentError(
    'Write a phone number (+12045550100), the ARN of a queue, or a destination as in routes: {"type":"voice-connector","arn":"…","uri":"billing"}.',
  );
}

function readInJson(typed: string): Destination {
  try {
    return readRoutes({ rules: [], otherwise: [JSON.parse(typed)] }).otherwise[0] as Destination;
  } catch (error) {
    if (isRoutesError(error) || error instanceof SyntaxError) {
      throw new InvalidArgumentError(error.message);
    }
    throw error;
  }
}
