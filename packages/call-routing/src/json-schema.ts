import { routesShape } from "./routes-shape.ts";
import { everyDestination } from "./served-destinations.ts";
import type { JsonSchema } from "./shape.ts";

/**
 * The ROUTES document as JSON Schema (draft 2020-12), for editors and other programs. What a schema cannot say is
 * checked by `readRoutes` alone: that a destination service is trustworthy, and what a telephony service can serve.
 */
export const routesJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://skill-call.github.io/routes.schema.json",
  title: "ROUTES: where calls go",
  ...routesShape(everyDestination).schema,
};
