import { isBridged } from "../call/call-state.ts";
import type { Leg } from "../call/leg.ts";
import {
  legAnswered,
  legDialled,
  legFailed,
  legHungUp,
  legReleased,
  legRings,
} from "../call-story.ts";
import { dialWithin } from "../lines/dial-within.ts";
import type { DialRequest, Line, LineEvents } from "../lines/line.ts";
import { callNotAnswered, invalidEndpoint, systemError } from "./action-errors.ts";
import { type ActionScope, type EmulatedAction, succeeded } from "./emulated-action.ts";

/** Guide, "CallAndBridge": default of CallTimeoutSeconds. */
const defaultTimeoutSeconds = 30;

/** The parameters, once the answer check found them right. */
interface BridgeParameters {
  readonly CallerIdNumber: string;
  readonly CallTimeoutSeconds?: number | string | null;
  readonly SipHeaders?: Readonly<Record<string, string>> | null;
  readonly Endpoints: readonly [
    | { readonly BridgeEndpointType: "PSTN"; readonly Uri: string }
    | { readonly BridgeEndpointType: "AWS"; readonly Arn: string; readonly Uri: string },
  ];
}

/** Calls somebody, who becomes LEG-B, and answers the caller when they answer. */
export const callAndBridge: EmulatedAction = async (scope) => {
  const { ports, state } = scope;
  if (isBridged(state)) {
    ports.log("CallAndBridge: the call is bridged already.");
    return { outcome: "failed", error: systemError };
  }
  const bridge = bridgeOf(scope);
  scope.tell(legDialled(bridge.party, bridge.request));
  const dialled = await ring(scope, bridge);
  if (dialled.type === "answered") return succeeded;
  if (dialled.type === "nobody") return { outcome: "failed", error: invalidEndpoint };
  scope.tell(legFailed(bridge.party, dialled.sipCode));
  return { outcome: "failed", error: callNotAnswered };
};

interface Bridge {
  readonly leg: Leg;
  readonly party: "callee" | "contact-centre";
  readonly request: DialRequest;
  readonly limitMs: number;
  readonly dial: (events: LineEvents) => Line | undefined;
}

function ring(scope: ActionScope, { leg, party, limitMs, dial }: Bridge) {
  const { callId } = leg;
  return dialWithin({
    dial,
    limitMs,
    clock: scope.ports.clock,
    signal: scope.signal,
    onRinging: () => scope.tell(legRings(party)),
    onAnswered: (line) => {
      scope.tell(legAnswered(party));
      scope.attach(callId, () => {
        scope.tell(legReleased(party));
        line.hangUp();
      });
      scope.dispatch({ type: "leg-joined", leg });
      scope.dispatch({ type: "caller-answered" });
      // Before anybody can hang up again: the Lambda hears of the bridge first.
      scope.end(succeeded);
    },
    onHungUp: () => {
      scope.tell(legHungUp(party));
      scope.dispatch({ type: "leg-left", callId, sipResponseCode: 0 });
    },
    onDigit: (digit) => scope.pressed(callId, digit),
  });
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
    headers: parameters.SipHeaders ?? {},
  };
  const dial = (events: LineEvents) =>
    endpoint.BridgeEndpointType === "AWS"
      ? ports.voiceConnectors.dial({ ...request, arn: endpoint.Arn, user: endpoint.Uri }, events)
      : ports.carrier.dial({ ...request, to: endpoint.Uri }, events);
  return {
    leg,
    dial,
    request,
    party: endpoint.BridgeEndpointType === "AWS" ? "contact-centre" : "callee",
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
    kind: "line",
    to: Endpoints[0].Uri,
    from: CallerIdNumber,
    startedAt: clock.now(),
    status: "connected",
    sipHeaders: {},
  };
}
