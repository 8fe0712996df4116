import type { CallHandle, Invite } from "@skill-call/emulation";
import { type CallState, newCall } from "./call/call-state.ts";
import type { Leg } from "./call/leg.ts";
import { outboundCallCreated } from "./call/notice.ts";
import { callPlaced } from "./call-story.ts";
import type { Configuration, SipMediaApplication } from "./configuration.ts";
import { handedOnHeaders } from "./events/handed-on-headers.ts";
import { type CallersCall, InboundCaller, type Refusal } from "./inbound-caller.ts";
import { LiveCall } from "./live-call.ts";
import { OutboundCaller } from "./outbound-caller.ts";
import { type Route, routeInvite } from "./routing.ts";
import type { ServiceWorld } from "./service-world.ts";
import { skillCallHeaders } from "./skill-call-headers.ts";
import {
  type CreateCallRequest,
  checkArguments,
  checkCreateCall,
  notFound,
  type UpdateCallRequest,
} from "./voice-api/call-requests.ts";
import { VoiceApiError } from "./voice-api/voice-api-error.ts";

const tooMany = "Too many calls wait for the Lambda.";

type Routed = Extract<Route, { readonly type: "routed" }>;

/** Every call that lives. */
export class LiveCalls {
  readonly #configuration: Configuration;
  readonly #world: ServiceWorld;
  readonly #calls = new Map<string, LiveCall>();
  #closed = false;

  constructor(configuration: Configuration, world: ServiceWorld) {
    this.#configuration = configuration;
    this.#world = world;
  }

  states(): readonly CallState[] {
    return [...this.#calls.values()].map(({ state }) => state);
  }

  place(invite: Invite): CallHandle {
    if (this.#closed) return this.#refuse(invite, 503, { reason: "The service is closed." });
    const route = routeInvite(this.#configuration, invite);
    if (route.type === "refused") return this.#refuse(invite, route.sipCode, route);
    const [first] = route.applications;
    return first && this.#isFull(first)
      ? this.#refuse(invite, 503, this.#laterPlease())
      : this.#accept(invite, route);
  }

  create(request: CreateCallRequest): LiveCall {
    const application = checkCreateCall(this.#configuration, request);
    if (this.#isFull(application)) throw new VoiceApiError("ThrottledClientException", tooMany);
    const leg = this.#newLeg({ direction: "Outbound", ...numbersOf(request) });
    const call = this.#add(
      newCall({
        transactionId: this.#world.newId(),
        sipMediaApplicationIds: [application.id],
        invocationLimit: this.#world.limits.invocations,
        caller: leg,
        notice: outboundCallCreated(request.argumentsMap),
      }),
    );
    const sipHeaders = request.sipHeaders ?? {};
    const caller = new OutboundCaller({ leg, call, sipHeaders, world: this.#world });
    // The answer of the API comes before the first event.
    queueMicrotask(() => call.start(caller));
    return call;
  }

  update(request: UpdateCallRequest): void {
    checkArguments("arguments", request.arguments);
    const call = this.#calls.get(request.transactionId);
    if (call?.state.sipMediaApplicationIds[0] !== request.sipMediaApplicationId) {
      throw notFound("The call");
    }
    const callArguments = request.arguments;
    queueMicrotask(() => call.dispatch({ type: "update-requested", callArguments }));
  }

  /** The person on LEG-A says something; nobody hears it in a call that is over. */
  say(transactionId: string, text: string): void {
    this.#calls.get(transactionId)?.said(text);
  }

  /** Whether there was such a call. */
  breakOff(transactionId: string): boolean {
    const call = this.#calls.get(transactionId);
    call?.dispatch({ type: "broken-off" });
    return call !== undefined;
  }

  close(): void {
    this.#closed = true;
    for (const call of [...this.#calls.values()]) call.abandon();
  }

  #accept(invite: Invite, { sipRuleId, applications }: Routed): CallHandle {
    const headers = skillCallHeaders(invite);
    const { to, from } = invite;
    const leg = this.#newLeg({ direction: "Inbound", to, from, headers });
    const call = this.#add(
      newCall({
        transactionId: this.#world.newId(),
        sipRuleId,
        sipMediaApplicationIds: applications.map(({ id }) => id),
        invocationLimit: this.#world.limits.invocations,
        caller: leg,
        notice: { type: "NEW_INBOUND_CALL" },
      }),
    );
    const caller = new InboundCaller(leg.callId, call);
    call.tell(callPlaced(invite));
    // The code that placed the call must be able to listen first.
    queueMicrotask(() => {
      caller.ring();
      call.start(caller);
    });
    return caller;
  }

  /** Calls that are on need the Lambda as well: none more is begun while it has too much to do. */
  #isFull({ lambda }: SipMediaApplication): boolean {
    return this.#world.invocations.isFull(lambda);
  }

  /** By then what is open now is answered or given up. */
  #laterPlease(): Refusal {
    return { reason: tooMany, retryAfterSeconds: Math.ceil(this.#world.limits.answerMs / 1000) };
  }

  #refuse(invite: Invite, sipCode: number, refusal: Refusal): CallHandle {
    const transactionId = this.#world.newId();
    const nobody: CallersCall = {
      transactionId,
      over: Promise.resolve(),
      dispatch: () => {},
      pressed: () => {},
      tell: (step) => this.#world.trace({ ...step, transactionId }),
    };
    const caller = new InboundCaller(this.#world.newId(), nobody);
    nobody.tell(callPlaced(invite));
    queueMicrotask(() => caller.release(sipCode, refusal));
    return caller;
  }

  #add(state: CallState): LiveCall {
    const call = new LiveCall(state, this.#world);
    this.#calls.set(call.transactionId, call);
    void call.over.then(() => this.#calls.delete(call.transactionId));
    return call;
  }

  #newLeg({ direction, to, from, headers = {} }: NewLeg): Leg {
    return {
      callId: this.#world.newId(),
      tag: "LEG-A",
      direction,
      farEnd: "caller",
      to,
      from,
      startedAt: this.#world.clock.now(),
      status: "ringing",
      sipHeaders: handedOnHeaders(headers),
    };
  }
}

interface NewLeg extends Pick<Leg, "direction" | "to" | "from"> {
  readonly headers?: Readonly<Record<string, string>>;
}

function numbersOf({ toPhoneNumber, fromPhoneNumber }: CreateCallRequest) {
  return { to: toPhoneNumber, from: fromPhoneNumber };
}
