import type { Allowance } from "../access/rate-limiter.ts";
import type { Audited } from "./audit.ts";

/** What goes along with a request. */
export interface AppEnvironment {
  /** What an adapter tells the app about a request besides the request. */
  readonly Bindings: {
    /** ARN of the signer of the request; only the Lambda's adapter can know it. */
    readonly iamArn?: string;
    /** Address that the request came from. */
    readonly sourceIp?: string;
    /** What API Gateway calls the request in its access log. */
    readonly gatewayRequestId?: string;
  };
  readonly Variables: {
    readonly requestId: string;
    readonly audited: Audited;
    /** What the caller may still ask; absent: nobody counted. */
    allowance?: Allowance;
    /** Pages of origins that the answer's own policy names may show it in a frame. */
    isFramable?: boolean;
  };
}
