import { type ApiAnswer, errorAnswer } from "./api-answer.ts";
import { type CommunicationRequest, readCommunicationRequest } from "./communication-request.ts";

const api = "communications-session";

/** Where the customer's account lives. Skill calling exists in North America only. */
export type AlexaRegion = "NA" | "EU" | "FE";

export interface CommunicationPorts {
  readonly region: AlexaRegion;
  readonly deviceId: string;
  /** Calling is switched on in the Alexa app. */
  readonly callingEnabled: () => boolean;
  /** The communication profile of the unit that the device stands in, where it is in a property. */
  readonly unitProfileId?: string;
  readonly newId: () => string;
}

/** Takes the skill's wishes for calls, and keeps them until the device places them. */
export class CommunicationSessions {
  readonly #ports: CommunicationPorts;
  readonly #usedIds = new Set<string>();
  #pending: CommunicationRequest[] = [];

  constructor(ports: CommunicationPorts) {
    this.#ports = ports;
  }

  /** `POST /v1/communications/session`. */
  start(body: unknown): ApiAnswer {
    const { region, callingEnabled, newId } = this.#ports;
    if (region !== "NA") return errorAnswer(api, 404, "There is no such API in this region.");
    const { request, problem } = readCommunicationRequest(body);
    if (!request) return errorAnswer(api, 400, problem);
    const wrong = this.#problemOf(request);
    if (wrong) return errorAnswer(api, 400, wrong);
    if (!callingEnabled())
      return errorAnswer(api, 403, "The caller has not enabled the calling permission.");
    this.#usedIds.add(request.clientSessionId);
    this.#pending.push(request);
    return { status: 200, body: { sessionId: newId() } };
  }

  /** The calls to place now. */
  take(): CommunicationRequest[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending;
  }

  #problemOf({
    kind,
    clientSessionId,
    endpointId,
    from,
  }: CommunicationRequest): string | undefined {
    const { deviceId, unitProfileId } = this.#ports;
    if (endpointId !== deviceId) return "participants: endpointId is not the caller's device";
    if (kind === "property-call" && from !== unitProfileId)
      return "participants: the originator is not the profile of the device's unit";
    return this.#usedIds.has(clientSessionId)
      ? "clientContext.clientSessionId has been used before"
      : undefined;
  }
}
