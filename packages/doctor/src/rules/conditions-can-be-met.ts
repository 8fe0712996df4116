import { routeMistakes } from "@skill-call/call-form";
import type { Rule } from "../mistake.ts";
import { routesOf } from "../routes.ts";

/** Every condition of a route is one that a call of this form can have: its reasons, its fields, their choices. */
export const conditionsCanBeMet: Rule = function* (configuration) {
  for (const { part, routes } of routesOf(configuration)) {
    for (const { pointer, problem } of routeMistakes(configuration.form, routes))
      yield { part, place: `ROUTES at ${placeOf(pointer)}`, problem };
  }
};

/** `/rules/0/when/context.plan` is `rules[0].when["context.plan"]`. */
function placeOf(pointer: string): string {
  const steps = pointer.split("/").slice(1).map(placeOfStep);
  return steps.join("").replace(/^\./, "");
}

function placeOfStep(step: string): string {
  if (/^\d+$/.test(step)) return `[${step}]`;
  return /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
