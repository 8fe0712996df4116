import { type CallHandle, countingIds, type Invite } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import {
  connectPhone,
  createScriptedPhones,
  type Phone,
  type PhoneCall,
  type ScriptedPhones,
} from "@skill-call/phones";
import {
  createPstnAudio,
  type GuideVariation,
  guideVariations,
  type MeetingRegistry,
  type PstnAudio,
} from "@skill-call/sma-emulator";
import { newIdOf } from "../callers/ids.ts";
import { inviteOf } from "../callers/invite-of.ts";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import { deviceAfterMs } from "./device.ts";
import { calleeOf, longestTalkMs } from "./people.ts";
import { sipMediaApplicationId, skillClientId, smaNumber, strangerClientId } from "./routes.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface TelephonyPorts {
  readonly clock: VirtualClock;
  readonly lambda: LambdaFunction;
  readonly meetings: MeetingRegistry;
  readonly callOf: (id: string) => SimulatedCall | undefined;
  /** Told when a call has no leg any more, and its Lambda knows. */
  readonly onOver: (call: SimulatedCall) => void;
}

/**
 * The PSTN Audio service, Alexa devices and everybody's phones. One service per variation of its events, since nobody
 * knows which of the guide's pages the real one follows.
 */
export class Telephony {
  readonly #ports: TelephonyPorts;
  readonly #services: readonly PstnAudio[];
  /** Of inbound calls, by transaction. */
  readonly #callers = new Map<string, CallHandle>();
  /** Transactions whose first Hangup was carried out, or refused. */
  readonly #hangUpsSeen = new Set<string>();
  readonly #plainId: () => string;
  #placing: SimulatedCall | undefined;

  constructor(ports: TelephonyPorts) {
    this.#ports = ports;
    this.#plainId = countingIds();
    const variations: readonly (readonly GuideVariation[])[] = [
      [],
      ...guideVariations.map((each) => [each]),
    ];
    this.#services = variations.map((each) => this.#open(each));
  }

  /** The communications API has taken the request: the device calls when it gets to it. */
  tellDevice(call: SimulatedCall, contextId: string): void {
    call.starts.push(contextId);
    for (const ms of deviceAfterMs(call.chance)) {
      this.#ports.clock.after(ms, () =>
        this.placeCall(call, inviteOf(call.person, skillClientId, contextId), contextId),
      );
    }
  }

  /** An INVITE reaches the service. */
  placeCall(call: SimulatedCall, invite: Invite, contextId?: string): void {
    const service = this.#serviceOf(call);
    const handle = this.#as(call, () => service.placeCall(invite));
    const { transactionId } = handle;
    call.placed.push({ transactionId, contextId });
    this.#callers.set(transactionId, handle);
    this.#behave(call, handle);
    this.#happenBesides(call, service, transactionId);
    void handle.over.then(() => {
      this.#callers.delete(transactionId);
      this.#hangUpsSeen.delete(transactionId);
      this.#ports.onOver(call);
    });
  }

  /** CreateSipMediaApplicationCall. */
  callBack(
    call: SimulatedCall,
    request: { readonly number: string; readonly arguments: Readonly<Record<string, string>> },
  ): void {
    const service = this.#serviceOf(call);
    const { transactionId, over } = this.#as(call, () =>
      service.createCall({
        sipMediaApplicationId,
        fromPhoneNumber: smaNumber,
        toPhoneNumber: request.number,
        argumentsMap: request.arguments,
      }),
    );
    const contextId = request.arguments.contextId ?? "";
    call.starts.push(contextId);
    call.placed.push({ transactionId, contextId });
    this.#happenBesides(call, service, transactionId);
    void over.then(() => this.#ports.onOver(call));
  }

  #open(variations: readonly GuideVariation[]): PstnAudio {
    const { clock, lambda, meetings, callOf } = this.#ports;
    const phones = createScriptedPhones(clock);
    const dial =
      (callee: (call: SimulatedCall) => Phone) =>
      (request: PhoneCall["request"], events: Parameters<typeof connectPhone>[2]) => {
        const call = callOf(request.transactionId);
        return connectPhone(call ? callee(call) : phones.outOfReach(), request, events);
      };
    const anyPhone = (call: SimulatedCall) => calleeOf(call, phones);
    return createPstnAudio({
      numbers: [{ number: smaNumber, productType: "SipMediaApplicationDialIn" }],
      sipRules: [
        {
          id: "rule",
          toPhoneNumber: smaNumber,
          targets: [{ sipMediaApplicationId, priority: 1 }],
        },
      ],
      sipMediaApplications: [
        {
          id: sipMediaApplicationId,
          awsRegion: "us-east-1",
          lambda,
          allowedSkills: [skillClientId, strangerClientId],
        },
      ],
      carrier: {
        dial: (request, events) => {
          const call = callOf(request.transactionId);
          call?.dialled.push(request.to);
          const isCaller = call?.kind === "callback" && request.to === call.person.number;
          return dial(isCaller ? (each) => this.#callersPhone(each, phones) : anyPhone)(
            request,
            events,
          );
        },
      },
      voiceConnectors: {
        dial: ({ user, ...request }, events) => dial(anyPhone)({ ...request, to: user }, events),
      },
      meetings,
      clock,
      variations,
      refuses: (action, transactionId) => action === "Hangup" && this.#refuses(transactionId),
      // IDs that the service draws later, for legs and actions, need not tell whose they are.
      newId: () =>
        this.#placing ? newIdOf(this.#placing.index, this.#placing.chance) : this.#plainId(),
      trace: (step) => {
        const call = step.transactionId === undefined ? undefined : callOf(step.transactionId);
        call?.steps.push({ ...step, at: clock.now() });
        if (call && step.kind === "leg.hung-up") this.#hangUpToo(call, step.transactionId);
      },
    });
  }

  /** Each call's Hangup once at most: the guide says nothing of one that fails again. */
  #refuses(transactionId: string): boolean {
    if (this.#hangUpsSeen.has(transactionId)) return false;
    this.#hangUpsSeen.add(transactionId);
    return this.#ports.callOf(transactionId)?.chance.befalls("hangup-refused") ?? false;
  }

  #as<T>(call: SimulatedCall, place: () => T): T {
    this.#placing = call;
    try {
      return place();
    } finally {
      this.#placing = undefined;
    }
  }

  #serviceOf({ chance }: SimulatedCall): PstnAudio {
    const [plain] = this.#services;
    if (!plain) throw new Error("There is no service");
    return chance.draw("guide") < 0.7 ? plain : chance.pick("guide variation", this.#services);
  }

  /** What the caller does, who hears the device ring. */
  #behave(call: SimulatedCall, handle: CallHandle): void {
    const { clock } = this.#ports;
    const { chance } = call;
    if (chance.befalls("caller-impatient")) {
      clock.after(chance.between("patience", 0, 8000), () => handle.hangUp());
    }
    const talkMs = chance.between("caller's talk", 5000, longestTalkMs);
    handle.onProgress(({ type }) => {
      if (type === "answered") clock.after(talkMs, () => handle.hangUp());
    });
    clock.after(longestTalkMs * 2, () => handle.hangUp());
  }

  /** Who was called has hung up; the caller may do so before the service has done it for them. */
  #hangUpToo({ chance }: SimulatedCall, transactionId = ""): void {
    const caller = this.#callers.get(transactionId);
    if (!caller || !chance.befalls("both-hang-up")) return;
    this.#ports.clock.after(chance.between("hangs up too", 0, 900), () => caller.hangUp());
  }

  /** The caller's own phone, which a callback rings. */
  #callersPhone(call: SimulatedCall, phones: ScriptedPhones): Phone {
    const { chance } = call;
    if (chance.befalls("callee-silent")) return phones.noAnswer();
    if (chance.befalls("callee-declines")) return phones.declines({ afterMs: 4000 });
    const soon = chance.befalls("caller-impatient");
    const most = soon ? 4000 : longestTalkMs;
    return phones.answers({
      afterMs: chance.between("caller picks up", 500, 8000),
      hangsUpAfterMs: chance.between("caller's talk", soon ? 0 : 5000, most),
    });
  }

  #happenBesides({ chance }: SimulatedCall, service: PstnAudio, transactionId: string): void {
    const { clock } = this.#ports;
    if (chance.befalls("call-broken-off")) {
      clock.after(
        chance.between("broken off", 0, 40_000),
        () => void service.breakOff(transactionId),
      );
    }
    if (chance.befalls("call-updated")) {
      clock.after(chance.between("updated", 0, 40_000), () => updateIfLive(service, transactionId));
    }
  }
}

function updateIfLive(service: PstnAudio, transactionId: string): void {
  if (!service.calls().some((live) => live.transactionId === transactionId)) return;
  service.updateCall({ sipMediaApplicationId, transactionId, arguments: { reason: "simulated" } });
}
