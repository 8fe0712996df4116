import type { Caller } from "./caller.ts";

/**
 * A caller whose signature AWS has checked. Which routes they may use says their IAM policy (`execute-api:Invoke`),
 * route by route; no policy can say that they may see personal data unmasked.
 */
export function iamCaller(arn: string): Caller {
  return {
    subject: arn,
    countedAs: withoutSessionName(arn),
    scopes: new Set(["call-context:read", "call-context:write"]),
  };
}

/** Who assumes a role names the session as they like: `arn:aws:sts::<account>:assumed-role/<role>/<session name>`. */
function withoutSessionName(arn: string): string {
  return arn.replace(/(?<=:assumed-role\/[^/]+)\/.*$/, "");
}
