/** What was read is not SIP as RFC 3261 defines it; `status` is the answer a request would deserve. */
export class SipParseError extends Error {
  readonly code = "sip.malformed";
  /** The header field, or `start line`, `framing`, `Request-URI`. */
  readonly field: string;
  readonly status: 400 | 505;

  constructor(field: string, problem: string, status: 400 | 505 = 400) {
    super(`${field} ${problem}`);
    this.name = "SipParseError";
    this.field = field;
    this.status = status;
  }
}

/** A header, address or body that the program asked to send cannot be sent. */
export class SipUsageError extends Error {
  readonly code = "sip.unsendable";
  readonly field: string;

  constructor(field: string, problem: string, cause?: unknown) {
    super(`${field} ${problem}`, { cause });
    this.name = "SipUsageError";
    this.field = field;
  }
}

/** A message did not leave this machine, or no socket could be opened. */
export class SipTransportError extends Error {
  readonly code = "sip.transport";
  readonly protocol: string;
  /** `host:port` that could not be reached or bound. */
  readonly peer: string;

  constructor(protocol: string, peer: string, cause?: unknown) {
    super(`no ${protocol} to ${peer}`, { cause });
    this.name = "SipTransportError";
    this.protocol = protocol;
    this.peer = peer;
  }
}
