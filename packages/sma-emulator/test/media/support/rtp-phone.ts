import type { Clock } from "@skill-call/emulation";
import { type AudioFrame, type MediaEndpoint, openMediaEndpoint, tone } from "@skill-call/phones";
import {
  type Body,
  type Call,
  createUserAgent,
  type InboundCall,
  type OutboundCall,
  openUdpTransport,
  sdpBody,
  standardTimers,
} from "@skill-call/sip";

/** A phone in this process: SIP and media are real, time is the test's. It says a tone for as long as it is called. */
export interface RtpPhone {
  readonly uri: string;
  readonly media: MediaEndpoint;
  readonly agent: ReturnType<typeof createUserAgent>;
  /** Every session description that it was given. */
  readonly sessions: readonly string[];
  readonly digits: readonly string[];
  /** re-INVITEs that it got. */
  readonly reinvites: readonly string[];
  call(target: string): OutboundCall;
  /** Takes the session that it is given; what it says to it. */
  takes(session: Body | undefined): Body;
  /** Says nothing any more. */
  hush(): void;
  /** All that was heard; 8 kHz. */
  heard(): Int16Array;
  close(): Promise<unknown>;
}

/** A machine that is busy is not to make a phone say things twice. */
const patient = { ...standardTimers, t1: 20_000 };

export interface RtpPhoneOptions {
  readonly clock: Clock;
  readonly hz: number;
  readonly onInvite?: (call: InboundCall, phone: RtpPhone) => void;
}

export async function openRtpPhone(options: RtpPhoneOptions): Promise<RtpPhone> {
  const { clock, hz, onInvite = () => {} } = options;
  const transport = await openUdpTransport();
  const media = await openMediaEndpoint({ clock });
  const sessions: string[] = [];
  const digits: string[] = [];
  const reinvites: string[] = [];
  const frames: AudioFrame[] = [];
  const over = new AbortController();
  let closed: Promise<unknown> | undefined;
  media.onDigit((digit) => digits.push(digit));
  media.onAudio((frame) => frames.push(frame));
  void media.repeat(tone({ hz, ms: 1000 }), over.signal);
  const follow = (call: Call) =>
    call.on("reinvite", (reinvite) => {
      reinvites.push(String(reinvite.body?.content));
      reinvite.reject(488);
    });
  const agent = createUserAgent({
    transports: [transport],
    timers: patient,
    onInvite: (call) => {
      follow(call);
      onInvite(call, phone);
    },
  });
  const accepted = (body: Body | undefined) => {
    if (!body) return;
    sessions.push(String(body.content));
    media.accept(String(body.content));
  };
  const phone: RtpPhone = {
    ...{ media, agent, sessions, digits, reinvites },
    uri: `sip:127.0.0.1:${transport.advertised.port}`,
    call: (target) => {
      const body = sdpBody(media.offer());
      const call = agent.invite({ target, from: "sip:+12045551111@127.0.0.1", body });
      call.on("provisional", (response) => accepted(response.body));
      call.on("answered", (answer) => accepted(answer.body));
      follow(call);
      return call;
    },
    takes: (session) => {
      sessions.push(String(session?.content));
      return sdpBody(media.answer(String(session?.content)));
    },
    hush: () => over.abort(),
    heard: () => {
      const end = Math.max(0, ...frames.map(({ position, samples }) => position + samples.length));
      const all = new Int16Array(end);
      for (const { position, samples } of frames) all.set(samples, position);
      return all;
    },
    close: () => {
      closed ??= Promise.all([agent.close(), media.close()]);
      return closed;
    },
  };
  return phone;
}
