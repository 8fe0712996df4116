import { type TortureMessage, torturedSdp } from "./torture-message.ts";

const hops = Array.from({ length: 33 }, (_, index) => 33 - index);
const viaNames = [
  "Via",
  "v",
  "V",
  "Via",
  "ViA",
  "VIa",
  "VIA",
  "via",
  "viA",
  "vIa",
  "vIA",
  "V ",
  "v ",
];
const vias = hops.map(
  (hop, index) => `${viaNames[index] ?? "Via"}: SIP/2.0/TCP sip${hop}.example.com`,
);
const caller = "amazinglylongcallername".repeat(5);

/** RFC 4475 §3.1.1.7: every part of it is long. */
export const longMessage: TortureMessage = {
  name: "longreq",
  section: "3.1.1.7",
  reads: true,
  answer: 603,
  text: `INVITE sip:user@example.com SIP/2.0
To: "I have a user name of ${"extreme".repeat(10)} proportion"<sip:user@example.com:6000;unknownparam1=very${"long".repeat(20)}value;longparam${"name".repeat(25)}=shortvalue;very${"long".repeat(25)}ParameterNameWithNoValue>
F: sip:${caller}@example.net;tag=12${"982".repeat(50)}424;unknownheaderparam${"name".repeat(20)}=unknowheaderparam${"value".repeat(15)};unknownValueless${"paramname".repeat(10)}
Call-ID: longreq.one${"really".repeat(20)}longcallid
CSeq: 3882340 INVITE
Unknown-${"Long".repeat(20)}-Name: unknown-${"long".repeat(20)}-value; unknown-${"long".repeat(20)}-parameter-name = unknown-${"long".repeat(20)}-parameter-value
${vias.join("\n")}
Via: SIP/2.0/TCP host.example.com;received=192.0.2.5;branch=very${"long".repeat(50)}branchvalue
Max-Forwards: 70
Contact: <sip:${caller}@host5.example.net>
Content-Type: application/sdp
l: 150

${torturedSdp("192.0.2.1")}`,
};
