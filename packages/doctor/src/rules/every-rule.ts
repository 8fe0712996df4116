import type { Rule } from "../mistake.ts";
import { callerId } from "./caller-id.ts";
import { conditionsCanBeMet } from "./conditions-can-be-met.ts";
import { connectInstancesAgree } from "./connect-instances-agree.ts";
import { dialInNumbersAgree } from "./dial-in-numbers-agree.ts";
import { identifierShapes } from "./identifier-shapes.ts";
import { reasonsCanBeSaid } from "./reasons-can-be-said.ts";
import { reasonsHaveRoutes } from "./reasons-have-routes.ts";
import { region } from "./region.ts";
import { routesInCircles } from "./routes-in-circles.ts";
import { runtime } from "./runtime.ts";
import { sampleValues } from "./sample-values.ts";

/** What the parts of a deployment owe each other, and what none of them checks alone. */
export const everyRule: readonly Rule[] = [
  region,
  runtime,
  identifierShapes,
  dialInNumbersAgree,
  connectInstancesAgree,
  callerId,
  routesInCircles,
  reasonsHaveRoutes,
  conditionsCanBeMet,
  reasonsCanBeSaid,
  sampleValues,
];
