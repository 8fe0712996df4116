import type { CallContextStore, CallHistoryStore } from "@skill-call/call-context";
import type { Clock } from "@skill-call/lambda-config";
import type { Annotate, Log, Measure } from "@skill-call/telemetry";
import type { Authenticate } from "./access/authenticate.ts";
import type { RateLimiter } from "./access/rate-limiter.ts";
import type { SignIn } from "./access/sign-in.ts";
import type { AgentPage, AgentSettings } from "./agent-page/agent-page.ts";
import type { OpenStreams } from "./live/open-streams.ts";
import type { Pace } from "./live/snapshots.ts";
import type { Metric } from "./metrics/metric.ts";

export type Store = Pick<CallContextStore, "get" | "advance"> & CallHistoryStore;

/** What the app works with. */
export interface Ports {
  readonly store: Store;
  readonly authenticate: Authenticate;
  readonly limiter: Pick<RateLimiter, "take">;
  readonly streams: OpenStreams;
  readonly clock: Clock;
  readonly log: Log;
  readonly measure: Measure<Metric>;
  readonly annotate: Annotate;
  readonly page: AgentPage;
  /** The same page as an app of Amazon Connect's agent workspace. */
  readonly workspacePage: () => Promise<AgentPage>;
  /** Where the issuer sends an agent who has signed in. */
  readonly signedInPage: AgentPage;
  /** The element `<call-context>`, as a module that pages of other origins load. */
  readonly element: string;
  readonly agent: Omit<AgentSettings, "signIn">;
  /** Where the agent's page signs in. */
  readonly signIn: () => Promise<SignIn | undefined>;
  /** The OpenAPI document, as text: the build makes it. */
  readonly openApi: string;
  /** The AsyncAPI document, in the same way. */
  readonly asyncApi: string;
  /** How a context is followed: a Lambda cannot, a server can. */
  readonly pace: Pace;
}
