import type { AnyRoute } from "../routes/route.ts";

/** The problems that a route may answer, by status. */
export function problemsOf(route: AnyRoute): readonly (readonly [status: string, when: string])[] {
  const ofBody = [
    ["400", "The body does not fit"],
    ["413", "The body is too large"],
    ["415", "The body is no application/json"],
  ] as const;
  return [
    ...(route.bodySchema ? ofBody : []),
    ["401", "No token, or none that counts"],
    ["403", `The caller has no ${route.scope}`],
    ["404", "Unknown, malformed or expired: one answer for all"],
    ...(route.mayConflict
      ? [["409", "The context is not as the request takes it to be"] as const]
      : []),
    ["429", "The caller asks too often; Retry-After says when to ask again"],
    ["500", "A fault of the API"],
    ["503", "The store or the issuer's keys cannot be had right now"],
  ];
}
