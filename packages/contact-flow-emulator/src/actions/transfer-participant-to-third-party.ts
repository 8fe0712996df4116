import { type Dialled, dialWithin } from "@skill-call/phones";
import type { RunAction, RunningAction } from "../flow/action.ts";
import { type ActionOutcome, ended, failed, next } from "../flow/outcome.ts";
import { mapParameter, millisecondsParameter, textParameter } from "../flow/parameters.ts";
import { tell } from "../flow/scene.ts";
import type { Leg } from "../lines/leg.ts";

const e164 = /^\+[1-9]\d{1,14}$/;

/** Rings a number, bridges the customer to it, and comes back when the third party hangs up. */
export const transferParticipantToThirdParty: RunAction = async (running) => {
  const { scene, action } = running;
  if (action.Parameters.VoiceConnector !== undefined) {
    return failed("External Voice Transfer is not emulated", "CallFailed");
  }
  const number = textParameter(running, "ThirdPartyPhoneNumber");
  const callerId =
    mapParameter(running, "CallerId").Number ?? scene.contact.begun.customerNumber ?? "";
  const { numbers } = scene.instance;
  const owned =
    mapParameter(running, "CallerId").Number === undefined || !numbers || numbers.has(callerId);
  if (!e164.test(number)) return failed("the number is not in E.164 format");
  if (!e164.test(callerId) || !owned)
    return failed("the caller ID is not a number of the instance");
  if (!scene.leg) return failed("there is nobody to transfer");
  return bridge({ running, leg: scene.leg, number, callerId });
};

interface Bridging {
  readonly running: RunningAction;
  readonly leg: Leg;
  readonly number: string;
  readonly callerId: string;
}

async function bridge(bridging: Bridging): Promise<ActionOutcome> {
  const { running, leg, number, callerId } = bridging;
  const { scene, action } = running;
  tell(scene, { type: "dialled", number, callerId });
  let hangUp = () => {};
  let thirdPartyHungUp = () => {};
  const hungUp = new Promise<void>((resolve) => {
    thirdPartyHungUp = resolve;
  });
  const dialled = await dialWithin({
    dial: (events) =>
      scene.instance.carrier.dial(
        {
          transactionId: scene.contact.id,
          bridgedWith: scene.contact.id,
          callId: scene.instance.newId(),
          from: callerId,
          to: number,
          headers: {},
        },
        events,
      ),
    clock: scene.instance.clock,
    limitMs: millisecondsParameter(running, "ThirdPartyConnectionTimeLimitSeconds"),
    signal: leg.down,
    onRinging: () => {},
    onAnswered: (line) => {
      hangUp = () => line.hangUp();
    },
    onHungUp: thirdPartyHungUp,
    onDigit: () => {},
  });
  if (dialled.type !== "answered") return notConnected(dialled, running);
  tell(scene, { type: "third-party", state: "answered" });
  const by = await firstToHangUp(leg, hungUp);
  if (by === "customer") {
    hangUp();
    return ended({ type: "customer-hung-up" });
  }
  tell(scene, { type: "third-party", state: "hung-up" });
  return action.Parameters.ContinueFlowExecution === "False"
    ? ended({ type: "handed-over", by })
    : next;
}

function firstToHangUp(leg: Leg, thirdParty: Promise<void>): Promise<"customer" | "third-party"> {
  const customer = new Promise<"customer">((resolve) => {
    if (leg.down.aborted) resolve("customer");
    leg.down.addEventListener("abort", () => resolve("customer"), { once: true });
  });
  return Promise.race([customer, thirdParty.then(() => "third-party" as const)]);
}

function notConnected(
  dialled: Exclude<Dialled, { type: "answered" }>,
  running: RunningAction,
): ActionOutcome {
  const { scene } = running;
  if (dialled.type === "given-up") return ended({ type: "customer-hung-up" });
  const sipCode = dialled.type === "failed" ? dialled.sipCode : 404;
  const late = sipCode === 408;
  tell(scene, { type: "third-party", state: late ? "not-answered" : "failed", sipCode });
  return late
    ? failed("nobody answered in time", "ConnectionTimeLimitExceeded")
    : failed("the call failed", "CallFailed");
}
