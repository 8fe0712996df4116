import { toJsonSchema } from "@valibot/to-json-schema";
import { deploymentSchema } from "../src/deployment/deployment.ts";
import { routesDocument } from "../src/deployment/sections.ts";

/**
 * The JSON Schema of a deployment document as it is written: defaults left out, routes in it or in a file that it names.
 * What is code has none, such as two places that have to agree: the doctor names those mistakes.
 */
export function deploymentJsonSchema(): object {
  return toJsonSchema(deploymentSchema, {
    typeMode: "input",
    errorMode: "ignore",
    target: "draft-07",
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema === routesDocument
        ? {
            type: ["object", "string"],
            description: "A ROUTES document, or the path of a JSON file",
          }
        : jsonSchema,
  });
}
