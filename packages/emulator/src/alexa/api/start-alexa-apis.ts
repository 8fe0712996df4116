import type { Clock } from "../../clock.ts";
import { FaultQueue } from "../../fault-queue.ts";
import { serveOnLoopback } from "../../loopback-server.ts";
import type { CustomerAccount } from "../customer-account.ts";
import { type ApiExchange, alexaApi } from "./alexa-api.ts";
import type { ApiFault } from "./alexa-faults.ts";
import type { AlexaApi } from "./api-answer.ts";
import { type AlexaRegion, CommunicationSessions } from "./communication-sessions.ts";
import { ProgressiveResponses } from "./progressive-response.ts";
import type { SmartProperty } from "./unit-profile.ts";

export interface AlexaApisOptions {
  readonly accessToken: string;
  readonly deviceId: string;
  readonly customer: CustomerAccount;
  readonly region: AlexaRegion;
  readonly smartProperty?: SmartProperty;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly onExchange: (exchange: ApiExchange) => void;
}

/** The APIs that a skill calls, served on the loopback interface. */
export interface AlexaApis {
  readonly endpoint: string;
  readonly communications: CommunicationSessions;
  readonly progressiveResponses: ProgressiveResponses;
  readonly faults: FaultQueue<ApiFault, AlexaApi>;
  close(): Promise<void>;
}

export async function startAlexaApis(options: AlexaApisOptions): Promise<AlexaApis> {
  const { accessToken, deviceId, customer, region, smartProperty, clock, newId } = options;
  const faults = new FaultQueue<ApiFault, AlexaApi>();
  const progressiveResponses = new ProgressiveResponses();
  const communications = new CommunicationSessions({
    region,
    deviceId,
    newId,
    callingEnabled: () => customer.callingEnabled,
    ...(smartProperty && { unitProfileId: smartProperty.profileId }),
  });
  const app = alexaApi({
    accessToken,
    customer,
    communications,
    progressiveResponses,
    ...(smartProperty && { smartProperty }),
    now: clock.now,
    wait: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
    takeFault: (api) => faults.take(api),
    onExchange: options.onExchange,
  });
  const { endpoint, close } = await serveOnLoopback(app);
  return { endpoint, communications, progressiveResponses, faults, close };
}
