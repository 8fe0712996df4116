import type { CallHandle, Clock, Invite } from "@skill-call/emulation";
import {
  createUserAgent,
  hostPort,
  type InboundCall,
  type MessageObserver,
  openTcpTransport,
  openTlsTransport,
  openUdpTransport,
  type Protocol,
  type Registrar,
  type TimerValues,
  type Transport,
  type UdpOptions,
  type UserAgent,
} from "@skill-call/sip";
import type { Carrier, VoiceConnectors } from "../lines/line.ts";
import type { CarrierRoutes } from "./carrier-routes.ts";
import type { EdgeNote } from "./edge-note.ts";
import type { EdgeLog, EdgePorts, OpenMedia } from "./edge-ports.ts";
import { InboundLeg, warning } from "./inbound-leg.ts";
import { type InviteReading, inviteOf } from "./invite-of.ts";
import type { MessageStory } from "./message-story.ts";
import { judged, type SessionRules } from "./session-rules.ts";
import { SipLegs } from "./sip-legs.ts";
import { createSipCarrier, createSipVoiceConnectors } from "./sip-networks.ts";

export interface SipListening {
  readonly host: string;
  /** 0 for a free one. */
  readonly udpPort: number;
  readonly tcpPort: number;
  readonly tls?: SipOverTls | undefined;
  /** What others are told to send to. Where `host` is a wildcard: without it the address that leads to each. */
  readonly advertisedHost?: string | undefined;
  readonly loses?: UdpOptions["loses"];
  /** Sees every message, which is personal data. */
  readonly onMessage?: MessageObserver;
}

export interface SipOverTls {
  /** 0 for a free one. */
  readonly port: number;
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
  /** Who vouches for peers that we connect to; without it, whom Node trusts. */
  readonly authorities?: string | undefined;
}

export interface SipEdgeOptions extends InviteReading {
  readonly listening: SipListening;
  readonly carriers: CarrierRoutes;
  /** SIP URIs by ARN. */
  readonly voiceConnectors: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** RFC 3261's without it. */
  readonly timers?: TimerValues | undefined;
  readonly openMedia: OpenMedia;
  readonly rules: SessionRules;
  /** A far end that has been still for so long is asked whether it is there; never without it. */
  readonly inactivityMs?: number | undefined;
  readonly log: EdgeLog;
  /** Where it is told what happens at legs beside what the service does. */
  readonly tell?: ((note: EdgeNote) => void) | undefined;
  /** Where the SIP messages are told as steps of their calls, which is personal data; ends with the edge. */
  readonly story?: MessageStory | undefined;
}

/** Where the service meets the SIP world: calls come in, and go out to carriers and Voice Connectors. */
export interface SipEdge {
  readonly addresses: readonly SipAddress[];
  readonly carrier: Carrier;
  readonly voiceConnectors: VoiceConnectors;
  readonly legs: SipLegs;
  /** Every call from now on is the service's; before, callers are told to come again (503). */
  takeCalls(placeCall: (invite: Invite) => CallHandle): void;
  /** Waits a moment for the far ends to agree that all is over, then closes the sockets. */
  close(): Promise<void>;
}

export interface SipAddress {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
}

/** SIP status before the service is there (RFC 3261 §21.5.4). */
const unavailable = 503;
/** RFC 3261 §21.4.26. */
const notAcceptable = 488;
const farewellMs = 2_000;

/** @throws {SipTransportError} when an address cannot be had */
export async function openSipEdge(options: SipEdgeOptions): Promise<SipEdge> {
  const { clock, log, openMedia, story, rules, inactivityMs, timers, tell = () => {} } = options;
  const transports = await openTransports(options.listening);
  const legs = new SipLegs();
  const ports: EdgePorts = { clock, legs, log, openMedia, story, rules, inactivityMs, tell };
  let take: (call: InboundCall) => void = (call) => void call.reject(unavailable);
  const { onMessage } = options.listening;
  const agent = createUserAgent({
    transports,
    clock,
    ...(timers && { timers }),
    onInvite: (call) => take(call),
    onRegister: asAsked,
    onMessage: (direction, message) => {
      onMessage?.(direction, message);
      story?.observe(direction, message);
    },
  });
  const dialPorts = { ...ports, agent, ownAddress: ownAddress(transports[0]) };
  return {
    addresses: transports.map(({ protocol, advertised }) => ({ protocol, ...advertised })),
    carrier: createSipCarrier(dialPorts, options.carriers),
    voiceConnectors: createSipVoiceConnectors(dialPorts, options.voiceConnectors),
    legs,
    takeCalls: (placeCall) => {
      take = (call) => {
        if (isRefused(ports, call)) return;
        new InboundLeg(ports, call, placeCall(inviteOf(call, options)));
      };
    },
    close: async () => {
      await leave(agent, legs, clock);
      story?.close();
    },
  };
}

/** Phones that insist on registering may; nothing is kept, since calls go where the configuration says. */
const asAsked: Registrar = (wanted) => wanted.filter(({ expiresSeconds }) => expiresSeconds > 0);

/** A session that nobody here could have: nobody is asked what to do with the call. */
function isRefused({ rules, clock, tell }: EdgePorts, call: InboundCall): boolean {
  const judgement = call.body && judged(call.body, rules);
  if (judgement?.verdict !== "refused") return false;
  call.reject(notAcceptable, { headers: warning(judgement.why) });
  const label = `488 Not Acceptable Here. ${judgement.why}`;
  tell({ at: clock.now(), from: "pstn-audio", to: "caller", kind: "sip.note", label });
  return true;
}

async function openTransports(listening: SipListening): Promise<[Transport, ...Transport[]]> {
  const { host, udpPort, tcpPort, tls, advertisedHost, loses } = listening;
  const address = { host, ...(advertisedHost !== undefined && { advertisedHost }) };
  const udp = openUdpTransport({ ...address, port: udpPort, ...(loses && { loses }) });
  const tcp = openTcpTransport({ ...address, port: tcpPort });
  const others = [tcp, ...(tls ? [openTlsTransport({ ...address, ...tls })] : [])];
  const opened = await Promise.allSettled([udp, ...others]);
  const failed = opened.find(({ status }) => status === "rejected");
  if (!failed) return [await udp, ...(await Promise.all(others))];
  for (const each of opened) if (each.status === "fulfilled") await each.value.close();
  throw (failed as PromiseRejectedResult).reason;
}

function ownAddress(transport: Transport): (peer: string) => string {
  return (peer) => hostPort(transport.advertisedTo(peer));
}

async function leave(agent: UserAgent, legs: SipLegs, clock: Clock): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = clock.after(farewellMs, resolve);
    void legs.gone().then(() => {
      cancel();
      resolve();
    });
  });
  await agent.close();
  await legs.endAll();
}
