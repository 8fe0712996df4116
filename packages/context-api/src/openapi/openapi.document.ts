import { routes } from "../routes/routes.ts";
import { openApiDocument } from "./openapi-document.ts";

/** The OpenAPI document as text. The build runs this file and bundles what it says (scripts/made-at-build-time.mjs). */
export default JSON.stringify(openApiDocument(routes));
