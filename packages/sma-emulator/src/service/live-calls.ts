import type { CallHandle, Invite } from "@skill-call/emulation";
import { type CallState, newCall } from "./call/call-state.ts";
import type { Leg } from "./call/leg.ts";
import { outboundCallCreated } from "./call/notice.ts";
import { callPlaced } from "./call-story.ts";
import type { Configuration } from "./configuration.ts";
import { handedOnHeaders } from "./events/handed-on-headers.ts";
import { type CallersCall, InboundCaller } from "./inbound-caller.ts";
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
    const route: Route = this.#closed
      ? { type: "refused", sipCode: 503, reason: "The service is closed." }
      : routeInvite(this.#configuration, invite);
    return route.type === "routed"
      ? this.#accept(invite, route)
      : this.#refuse(invite, route.sipCode, route.reason);
  }

  create(request: CreateCallRequest): LiveCall {
    const application = checkCreateCall(this.#configuration, request);
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

  #refuse(invite: Invite, sipCode: number, reason: string): CallHandle {
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
    queueMicrotask(() => caller.release(sipCode, reason));
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
