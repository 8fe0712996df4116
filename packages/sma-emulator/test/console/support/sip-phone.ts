import {
  createUserAgent,
  type Header,
  openUdpTransport,
  type SessionEvents,
  sdpBody,
} from "@skill-call/sip";

/** A phone that takes every call: rings, answers, and agrees to whatever session is offered. */
export interface SipPhone {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  dial(uri: string, as?: Caller): DialledCall;
  close(): Promise<void>;
}

export interface Caller {
  /** In quotes before the address. */
  readonly displayName?: string;
  readonly headers?: readonly Header[];
}

export interface DialledCall {
  /** SIP status: 200, or why not. */
  readonly status: Promise<number>;
  /** Resolves when whoever it was hung up. */
  readonly ended: Promise<SessionEvents["ended"]>;
  hangUp(): void;
}

const callerNumber = "+12045551111";

export async function openSipPhone(): Promise<SipPhone> {
  const transport = await openUdpTransport({ host: "127.0.0.1", port: 0 });
  const { port } = transport.advertised;
  const agent = createUserAgent({
    transports: [transport],
    onInvite: (call) => {
      call.on("reinvite", (offer) => void offer.answer({ body: session(port) }));
      call.ring();
      void call.answer({ body: session(port) });
    },
  });
  return {
    address: `127.0.0.1:${port}`,
    dial: (target, { displayName = "Ana", headers = [] } = {}) => {
      const from = `"${displayName}" <sip:${callerNumber}@127.0.0.1:${port}>`;
      const call = agent.invite({ target, from, headers, body: session(port) });
      call.on("reinvite", (offer) => void offer.answer({ body: session(port) }));
      return {
        status: new Promise((resolve) => {
          call.on("answered", ({ status }) => resolve(status));
          call.on("failed", ({ status }) => resolve(status));
        }),
        ended: new Promise((resolve) => call.on("ended", resolve)),
        hangUp: () => void call.bye(),
      };
    },
    close: () => agent.close(),
  };
}

/** Nobody sends or hears audio at this address. */
function session(port: number) {
  return sdpBody(
    [
      "v=0",
      `o=phone ${port} 1 IN IP4 127.0.0.1`,
      ...["s=-", "c=IN IP4 127.0.0.1", "t=0 0", "m=audio 9 RTP/AVP 0", "a=rtpmap:0 PCMU/8000", ""],
    ].join("\r\n"),
  );
}
