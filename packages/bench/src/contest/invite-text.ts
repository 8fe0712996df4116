const description = [
  "v=0",
  "o=- 1 1 IN IP4 127.0.0.1",
  "s=-",
  "c=IN IP4 127.0.0.1",
  "t=0 0",
  "m=audio 40000 RTP/AVP 0 101",
  "a=rtpmap:101 telephone-event/8000",
  "",
].join("\r\n");

/** An INVITE as a Voice Connector sends it. */
export const inviteText = [
  "INVITE sip:support@127.0.0.1:5060 SIP/2.0",
  "Via: SIP/2.0/UDP 127.0.0.1:5080;branch=z9hG4bK776asdhds;rport",
  "Max-Forwards: 70",
  'From: "Ana" <sip:+12065551111@127.0.0.1:5080>;tag=1928301774',
  "To: <sip:support@127.0.0.1:5060>",
  "Call-ID: a84b4c76e66710@127.0.0.1",
  "CSeq: 314159 INVITE",
  "Contact: <sip:+12065551111@127.0.0.1:5080>",
  "Allow: INVITE,ACK,BYE,CANCEL,OPTIONS,UPDATE,INFO",
  "User-to-User: 6373693d3466316437;encoding=hex",
  "X-Call-Context-Id: 4f1d7c2ad2b64c0f9f6e8f7a2b1c0d9e",
  "Content-Type: application/sdp",
  `Content-Length: ${description.length}`,
  "",
  description,
].join("\r\n");
