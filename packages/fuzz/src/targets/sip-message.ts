import {
  parseMessage,
  type SipMessage,
  SipParseError,
  serializeMessage,
  userOf,
} from "@skill-call/sip";
import { ensureNothingPersonal, personalData } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nm=audio 6000 RTP/AVP 0\r\n";

function lines(...all: readonly string[]): string {
  return `${all.join("\r\n")}\r\n`;
}

export const sipMessage: Target = {
  is: "SIP requests and responses, as bytes",
  form: "text",
  samples: [
    lines(
      "INVITE sip:+16073331111@192.0.2.2:5060;transport=udp SIP/2.0",
      "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds;rport, SIP/2.0/TCP [2001:db8::1]",
      "Max-Forwards: 70",
      `From: "${personalData.name}" <sip:${personalData.number}@example.com;user=phone>;tag=1928301774`,
      "To: <sip:+16073331111@example.com>",
      "Call-ID: a84b4c76e66710@192.0.2.1",
      "CSeq: 314159 INVITE",
      "Contact: <sip:a@192.0.2.1:5060;transport=tcp>;expires=60",
      "Record-Route: <sip:p1.example.com;lr>, <sip:p2.example.com;lr>",
      "User-to-User: 6373693d64;encoding=hex",
      "Session-Expires: 1800;refresher=uac",
      "Content-Type: application/sdp",
      `Content-Length: ${sdp.length}`,
      "",
      sdp.trimEnd(),
    ),
    lines(
      "SIP/2.0 200 OK",
      "v: SIP/2.0/TLS host.example.com:5061;branch=z9hG4bK1;received=192.0.2.9",
      "f: tel:+12045550100;phone-context=example.com;tag=1",
      "t: Jos\xe9 <sip:b%41:secret@[::1]:5060?subject=x>;tag=2",
      "i: x",
      "CSeq: 1 BYE",
      "l: 0",
      "",
    ),
    lines(
      "REGISTER sips:example.com SIP/2.0",
      "Via: SIP / 2.0 / UDP a",
      " ;branch=z9hG4bK2",
      'From: <urn:service:sos>;tag="a\\"b"',
      "To: sip:a@b",
      "Call-ID: 1",
      "CSeq: 1 REGISTER",
      "Contact: *",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b--",
    ),
  ],
  words: [
    ...[
      "\r\n",
      "\r\n\r\n",
      "\r\n ",
      "Via: ",
      "v: ",
      "SIP/2.0/UDP ",
      ";branch=z9hG4bK",
      ";rport",
      ";tag=",
    ],
    ...[
      "<sip:",
      "sips:",
      "tel:+1",
      ">",
      "Content-Length: 0\r\n",
      "l: 99999",
      "CSeq: 1 INVITE",
      "*",
      ";lr",
    ],
    ...[
      "[::1]",
      ":5060",
      "%41",
      "%",
      "?a=b",
      "\xe9",
      "\xc3\xa9",
      "--b\r\n",
      "INVITE",
      " SIP/2.0",
      " SIP/3.0",
    ],
  ],
  feed(input) {
    const message = read(Buffer.from(input, "latin1"));
    if (!message) return;
    for (const { uri } of [message.from, message.to]) userOf(uri);
    const written = serializeMessage(message);
    const again = parseMessage(written);
    ensure(serializeMessage(again).equals(written), "what was written reads the same");
    ensure(again.callId === message.callId && again.method === message.method, "nothing is lost");
  },
};

function read(bytes: Buffer): SipMessage | undefined {
  try {
    return parseMessage(bytes);
  } catch (error) {
    if (!(error instanceof SipParseError)) throw error;
    ensureNothingPersonal(error.message, "the refusal");
    return undefined;
  }
}
