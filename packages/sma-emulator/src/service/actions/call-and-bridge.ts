import type { DialRequest, FarEnd, Line, LineEvents } from "@skill-call/phones";
import { type Dialled, type Dialling, dialWithin } from "@skill-call/phones";
import type { ActionOutcome } from "../call/call-input.ts";
import { isBridged } from "../call/call-state.ts";
import type { Leg } from "../call/leg.ts";
import {
  type CallStep,
  legAnswered,
  legDialled,
  legFailed,
  legHungUp,
  legReleased,
  legRings,
} from "../call-story.ts";
import { callNotAnswered, invalidEndpoint, systemError } from "./action-errors.ts";
import { type ActionScope, type EmulatedAction, succeeded } from "./emulated-action.ts";
import type { AudioSource } from "./play-once.ts";
import { ringBack } from "./ring-back.ts";

/** Guide, "CallAndBridge": default of CallTimeoutSeconds. */
const defaultTimeoutSeconds = 30;

/** The parameters, once the answer check found them right. */
interface BridgeParameters {
  readonly CallerIdNumber: string;
  readonly CallTimeoutSeconds?: number | string | null;
  readonly RingbackTone?: AudioSource | null;
  readonly SipHeaders?: Readonly<Record<string, string>> | null;
  readonly Endpoints: readonly [
    | { readonly BridgeEndpointType: "PSTN"; readonly Uri: string }
    | { readonly BridgeEndpointType: "AWS"; readonly Arn: string; readonly Uri: string },
  ];
}

/** Calls somebody, who becomes LEG-B, and answers the caller when they answer. */
export const callAndBridge: EmulatedAction = async (scope) => {
  if (isBridged(scope.state)) {
    return { outcome: "failed", error: systemError, why: "the call is bridged already" };
  }
  const bridge = bridgeOf(scope);
  scope.tell(legDialled(bridge.leg.farEnd, bridge.request));
  const dialled = await ring(scope, bridge);
  return bridgeOutcome(dialled, (step) => scope.tell(step(bridge.leg.farEnd)));
};

function bridgeOutcome(
  dialled: Dialled,
  tell: (step: (farEnd: FarEnd) => CallStep) => void,
): ActionOutcome {
  switch (dialled.type) {
    case "answered":
      return succeeded;
    case "nobody":
      return { outcome: "failed", error: invalidEndpoint, why: unknownConnector };
    case "given-up":
      tell(legReleased);
      break;
    case "failed":
      tell((farEnd) => legFailed(farEnd, dialled.sipCode));
      return { outcome: "failed", error: callNotAnswered, why: notAnswered(dialled.sipCode) };
  }
  return { outcome: "failed", error: callNotAnswered };
}

const unknownConnector = "no Voice Connector of the configuration has this ARN";

/** Final SIP status of the call (RFC 3261 §21), in words. */
function notAnswered(sipCode: number): string {
  const words: Readonly<Record<number, string>> = {
    404: "there is no such number",
    408: "nobody answered in time",
    480: "nobody was there",
    486: "it was busy",
    503: "it is out of reach: no carrier takes the number, or nobody listens there",
    600: "it was busy",
    603: "it was declined",
  };
  return `${words[sipCode] ?? "it was not answered"} (SIP status ${sipCode})`;
}

interface Bridge {
  readonly leg: Leg;
  readonly ringbackTone: AudioSource | undefined;
  readonly request: DialRequest;
  readonly limitMs: number;
  readonly dial: (events: LineEvents) => Line | undefined;
}

async function ring(scope: ActionScope, bridge: Bridge): Promise<Dialled> {
  const { leg, ringbackTone, limitMs, dial } = bridge;
  // "Plays the file in a loop until the B Leg is answered, the call is rejected" (guide, "CallAndBridge"): from the start.
  let stopRingback = ringbackTone ? ringBack(scope, ringbackTone) : undefined;
  const dialled = await dialWithin({
    dial,
    limitMs,
    clock: scope.ports.clock,
    signal: scope.signal,
    onRinging: () => {
      scope.tell(legRings(leg.farEnd));
      stopRingback ??= ringBack(scope, undefined);
    },
    ...bridged(scope, leg),
  });
  stopRingback?.();
  return dialled;
}

function bridged(
  scope: ActionScope,
  leg: Leg,
): Pick<Dialling, "onAnswered" | "onHungUp" | "onDigit"> {
  const { callId, farEnd } = leg;
  return {
    onAnswered: (line) => {
      scope.tell(legAnswered(farEnd));
      scope.attach(callId, () => {
        scope.tell(legReleased(farEnd));
        line.hangUp();
      });
      scope.dispatch({ type: "leg-joined", leg });
      scope.dispatch({ type: "caller-answered" });
      // Before anybody can hang up again: the Lambda hears of the bridge first.
      scope.end(succeeded);
    },
    onHungUp: () => {
      scope.tell(legHungUp(farEnd));
      scope.dispatch({ type: "leg-left", callId, sipResponseCode: 0 });
    },
    onDigit: (digit) => scope.pressed(callId, digit),
  };
}

function bridgeOf({ action, callId, state, ports }: ActionScope): Bridge {
  const parameters = action.parameters as unknown as BridgeParameters;
  const [endpoint] = parameters.Endpoints;
  const leg = bridgedLeg(parameters, ports);
  const request: DialRequest = {
    transactionId: state.transactionId,
    callId: leg.callId,
    bridgedWith: callId,
    from: leg.from,
    // A call to a phone number carries none.
    headers: (endpoint.BridgeEndpointType === "AWS" && parameters.SipHeaders) || {},
  };
  const dial = (events: LineEvents) =>
    endpoint.BridgeEndpointType === "AWS"
      ? ports.voiceConnectors.dial({ ...request, arn: endpoint.Arn, user: endpoint.Uri }, events)
      : ports.carrier.dial({ ...request, to: endpoint.Uri }, events);
  return {
    leg,
    dial,
    request,
    ringbackTone: parameters.RingbackTone ?? undefined,
    limitMs: Number(parameters.CallTimeoutSeconds ?? defaultTimeoutSeconds) * 1000,
  };
}

function bridgedLeg(
  { CallerIdNumber, Endpoints }: BridgeParameters,
  { newId, clock }: ActionScope["ports"],
): Leg {
  return {
    callId: newId(),
    tag: "LEG-B",
    direction: "Outbound",
    farEnd: Endpoints[0].BridgeEndpointType === "AWS" ? "contact-centre" : "callee",
    to: Endpoints[0].Uri,
    from: CallerIdNumber,
    startedAt: clock.now(),
    status: "connected",
    sipHeaders: {},
  };
}
