import { FaultQueue, serveOnLoopback } from "@skill-call/emulation";
import type { AlexaSettings } from "../alexa-settings.ts";
import { apiAsked } from "../alexa-story.ts";
import { alexaApi } from "./alexa-api.ts";
import type { ApiFault } from "./alexa-faults.ts";
import type { AlexaApi } from "./api-answer.ts";
import { CommunicationSessions } from "./communication-sessions.ts";
import { ProgressiveResponses } from "./progressive-response.ts";

/** The APIs that a skill calls, served on the loopback interface. */
export interface AlexaApis {
  readonly endpoint: string;
  readonly communications: CommunicationSessions;
  readonly progressiveResponses: ProgressiveResponses;
  readonly faults: FaultQueue<ApiFault, AlexaApi>;
  close(): Promise<void>;
}

export async function startAlexaApis(settings: AlexaSettings): Promise<AlexaApis> {
  const { customer, smartProperty, clock, trace } = settings;
  const faults = new FaultQueue<ApiFault, AlexaApi>();
  const progressiveResponses = new ProgressiveResponses();
  const communications = new CommunicationSessions({
    ...settings,
    callingEnabled: () => customer.callingEnabled,
    ...(smartProperty && { unitProfileId: smartProperty.profileId }),
  });
  const app = alexaApi({
    ...settings,
    subjects: settings,
    alerts: { customer, now: clock.now, newId: settings.newId },
    communications,
    progressiveResponses,
    now: clock.now,
    wait: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
    takeFault: (api) => faults.take(api),
    onExchange: (exchange) => trace(apiAsked(exchange)),
  });
  const { endpoint, close } = await serveOnLoopback(app);
  return { endpoint, communications, progressiveResponses, faults, close };
}
