import type { IntentState } from "../dialog/intent-state.ts";
import type { Understanding } from "../nlu/nlu.ts";
import type { SendRequest } from "../response/directive.ts";
import type { Card } from "../response/response-schema.ts";
import type { Speech } from "../response/speech.ts";
import type { SessionEnded } from "../turn.ts";
import type { Listening } from "./listening.ts";
import type { PurchaseResult } from "./purchase.ts";
import type { SkillRequest } from "./request-envelope.ts";

/** What Alexa does next, after she has said and shown what there is. */
export type Step = Shown &
  (
    | { readonly kind: "listen"; readonly listening: Listening; readonly reprompt?: Speech }
    | ({ readonly kind: "send" } & Sending)
    /** The session is over, and the skill hears why. */
    | { readonly kind: "end"; readonly ended: SessionEnded }
    /** The session is over because the skill said so. */
    | { readonly kind: "close" }
    /** The session is over because the skill sent the caller to Alexa's shop. */
    | { readonly kind: "shop"; readonly directive: SendRequest }
    /** Everything stays as it is. */
    | { readonly kind: "stay" }
  );

export interface Shown {
  readonly say?: readonly (Speech | undefined)[];
  readonly card?: Card | undefined;
  readonly understood?: Understanding;
  /** A new session begins; one that is open ends before. */
  readonly opensSession?: boolean;
  /** The caller has granted these permission scopes. */
  readonly grants?: readonly string[];
  /** What an errand at the shop came to. */
  readonly settles?: { readonly directive: SendRequest; readonly result: PurchaseResult };
}

export interface Sending {
  readonly request: SkillRequest;
  /** Set on IntentRequests. */
  readonly intent?: IntentState;
}
