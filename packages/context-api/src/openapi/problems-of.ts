import type { ProblemCode } from "../errors.ts";
import type { AnyRoute } from "../routes/route.ts";

/** The problems that a route may answer. */
export function problemsOf(route: AnyRoute): readonly ProblemCode[] {
  return [
    ...(route.bodySchema ? (["context-api.invalid-request"] as const) : []),
    "context-api.unauthorized",
    "context-api.forbidden",
    "context-api.not-found",
    ...(route.mayConflict ? (["context-api.conflict"] as const) : []),
    ...(route.bodySchema ? (["context-api.too-large", "context-api.media-type"] as const) : []),
    "context-api.too-many-requests",
    "context-api.internal",
    "context-api.unavailable",
  ];
}

/** What a problem is called among the document's responses: `context-api.not-found` → `NotFound`. */
export function responseName(code: ProblemCode): string {
  const words = code.replace("context-api.", "").split("-");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
