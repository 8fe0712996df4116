export { type Clock, systemClock } from "./clock.ts";
export { SipParseError, SipTransportError, SipUsageError } from "./errors.ts";
export { type IdSource, randomIds } from "./ids.ts";
export type { ExtraHeaders } from "./message/extra-headers.ts";
export { legible } from "./message/foreign-bytes.ts";
export { type Header, HeaderList } from "./message/header-list.ts";
export {
  type Body,
  type SipMessage,
  type SipRequest,
  type SipResponse,
  sdpBody,
} from "./message/message.ts";
export { formatNameAddress, type NameAddress, parseNameAddress } from "./message/name-address.ts";
export { type Param, paramValue } from "./message/params.ts";
export { parseMessage } from "./message/parse-message.ts";
export { reasonPhrase } from "./message/reason-phrases.ts";
export { serializeMessage } from "./message/serialize-message.ts";
export { formatUri, parseUri, type Uri, userOf } from "./message/uri.ts";
export type { Flow } from "./transaction/outbox.ts";
export { standardTimers, type TimerValues } from "./transaction/timing.ts";
export type { MessageObserver } from "./transport/observed-transport.ts";
export { advertisedHost, mapped, unmapped } from "./transport/own-address.ts";
export { openTcpTransport } from "./transport/tcp-transport.ts";
export { openTlsTransport, type TlsOptions } from "./transport/tls-transport.ts";
export {
  hostPort,
  type ListenOptions,
  type Packet,
  type Peer,
  type Protocol,
  type Transport,
} from "./transport/transport.ts";
export { openUdpTransport, type UdpOptions } from "./transport/udp-transport.ts";
export type {
  Acknowledgement,
  Call,
  CallAnswer,
  CallEnd,
  CallResponse,
  Extras,
  InboundCall,
  InboundCallEvents,
  Info,
  InviteOptions,
  OutboundCall,
  OutboundCallEvents,
  Refer,
  Reinvite,
  SessionEvents,
} from "./user-agent/call.ts";
export type { Binding } from "./user-agent/registration.ts";
export {
  createUserAgent,
  type Registrar,
  type UserAgent,
  type UserAgentOptions,
} from "./user-agent/user-agent.ts";
