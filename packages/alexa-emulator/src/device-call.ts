import type { CallHandle, CallProgress, Invite } from "@skill-call/emulation";
import type { CommunicationRequest } from "./api/communication-request.ts";
import type { Speech } from "./response/speech.ts";
import type { CallOutcome, StartedCall } from "./turn.ts";

/** Hands a device's INVITE to the PSTN Audio service. */
export type PlaceCall = (invite: Invite) => CallHandle;

export interface DeviceCallPorts {
  readonly placeCall: PlaceCall;
  /** Login with Amazon client ID of the skill that wants the call. */
  readonly skillClientId: string;
  /** What the device says when the call cannot be connected. */
  readonly notAvailable: Speech;
  readonly say: (speech: Speech) => void;
}

/** The device places a call for the skill. */
export function startCall(request: CommunicationRequest, ports: DeviceCallPorts): StartedCall {
  const { clientSessionId, to } = request;
  if (request.kind === "property-call")
    return { kind: "property-call", clientSessionId, extension: to };
  const invite = inviteOf(request, ports.skillClientId);
  const handle = ports.placeCall(invite);
  return { kind: "skill-call", clientSessionId, invite, handle, outcome: outcomeOf(handle, ports) };
}

/** The context ID travels in `User-to-User` (RFC 7433), beside the name of the skill. */
function inviteOf(
  { from, to, clientSessionId }: CommunicationRequest,
  skillClientId: string,
): Invite {
  const hex = Buffer.from(`csi=${clientSessionId}`).toString("hex");
  return {
    from,
    to,
    skillClientId,
    headers: { "User-to-User": `${hex};encoding=hex`, "X-Alexa-LWA-ClientId": skillClientId },
  };
}

/** A call that somebody takes, and that nobody ends: where no telephone system is behind the device. */
export function answeredCall(): CallHandle {
  return {
    transactionId: "emulated",
    callId: "emulated",
    progress: [{ type: "answered" }],
    onProgress: () => () => {},
    hangUp: () => {},
    press: () => {},
    over: new Promise(() => {}),
  };
}

async function outcomeOf(handle: CallHandle, ports: DeviceCallPorts): Promise<CallOutcome> {
  if ((await firstEnd(handle)) === "answered") return { kind: "answered" };
  ports.say(ports.notAvailable);
  return { kind: "not-available", speech: ports.notAvailable };
}

/** The first thing after the ringing: an answer, a refusal, or an end without either. */
function firstEnd(handle: CallHandle): Promise<CallProgress["type"]> {
  const past = handle.progress.find(({ type }) => type !== "ringing");
  if (past) return Promise.resolve(past.type);
  return new Promise((resolve) => {
    const stop = handle.onProgress(({ type }) => {
      if (type === "ringing") return;
      stop();
      resolve(type);
    });
  });
}
