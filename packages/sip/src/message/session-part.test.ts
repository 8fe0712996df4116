import { expect, test } from "@jest/globals";
import { sessionPart } from "./session-part.ts";

const sdp = "v=0\r\no=a 1 1 IN IP4 192.0.2.1\r\n";
const isup = "Content-Type: application/isup;version=itu-t92+";
const optional = "Content-Disposition: signal;handling=optional";
const required = "Content-Disposition: signal;handling=required";

const mixed = (boundary: string, ...parts: readonly string[]) =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
const session = `Content-Type: application/sdp\r\n\r\n${sdp}`;
const other = `${isup}\r\n${optional}\r\n\r\nxx`;

const found: readonly (readonly [string, string, string])[] = [
  ["SDP first", "multipart/mixed;boundary=b", mixed("b", session, other)],
  ["SDP last", "multipart/mixed; boundary=b", mixed("b", other, session)],
  ["a quoted boundary", 'Multipart/Mixed ; Boundary="a b:c"', mixed("a b:c", other, session)],
  ["a boundary with signs", "multipart/mixed;boundary=a.b+c(d)", mixed("a.b+c(d)", session)],
  [
    "one that is part of another",
    "multipart/mixed;boundary=b",
    mixed("b", "\r\n--bb\r\n", session),
  ],
  ["text around the parts", "multipart/mixed;boundary=b", `hello\r\n${mixed("b", session)}bye`],
  [
    "lines that end in LF",
    "multipart/mixed;boundary=b",
    mixed("b", session, other).replaceAll("\r\n", "\n"),
  ],
  ["no last delimiter", "multipart/mixed;boundary=b", `--b\r\n${session}`],
  [
    "white space behind a delimiter",
    "multipart/mixed;boundary=b",
    mixed("b", session).replaceAll("--b\r", "--b \t\r"),
  ],
  [
    "a name in another case",
    "multipart/mixed;boundary=b",
    mixed("b", `content-TYPE: Application/SDP ;x=y\r\n\r\n${sdp}`),
  ],
  ["a compact name", "multipart/mixed;boundary=b", mixed("b", `c: application/sdp\r\n\r\n${sdp}`)],
  [
    "required SDP",
    "multipart/mixed;boundary=b",
    mixed(
      "b",
      `Content-Type: application/sdp\r\nContent-Disposition: session;handling=required\r\n\r\n${sdp}`,
    ),
  ],
  [
    "a part within a part",
    "multipart/related;boundary=b",
    mixed("b", `Content-Type: multipart/alternative;boundary=c\r\n\r\n${mixed("c", session)}`),
  ],
  [
    "Base64",
    "multipart/mixed;boundary=b",
    mixed(
      "b",
      `Content-Type: application/sdp\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(sdp).toString("base64")}`,
    ),
  ],
  ["an empty part", "multipart/mixed;boundary=b", `--b\r\n${mixed("b", session)}`],
  ["a part without headers", "multipart/mixed;boundary=b", mixed("b", "\r\ntext", session)],
];

test.each(found)("the session is found behind %s", (_, contentType, content) => {
  const part = sessionPart({ contentType, content: Buffer.from(content) });
  expect(part.contentType).toMatch(/^application\/sdp/i);
  expect(part.content.toString().trimEnd().replaceAll(/\r?\n/g, "\r\n")).toBe(sdp.trimEnd());
});

test.each([
  ["a single part", "application/sdp", sdp],
  [
    "another part that must be understood",
    "multipart/mixed;boundary=b",
    mixed("b", session, `${isup}\r\n${required}\r\n\r\nxx`),
  ],
  ["no session", "multipart/mixed;boundary=b", mixed("b", other)],
  ["no boundary", "multipart/mixed", mixed("b", session)],
  ["another boundary", "multipart/mixed;boundary=c", mixed("b", session)],
  ["a broken part", "multipart/mixed;boundary=b", mixed("b", `no header\r\n\r\n${sdp}`)],
])("%s stays as it is", (_, contentType, content) => {
  const body = { contentType, content: Buffer.from(content) };
  expect(sessionPart(body)).toBe(body);
});

test("bytes of other parts are left alone, those of the session stay what they are", () => {
  const content = Buffer.concat([
    Buffer.from(`--b\r\n${isup}\r\n\r\n`),
    Buffer.from([0, 255, 13, 10, 128]),
    Buffer.from("\r\n--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\ns="),
    Buffer.from([0xe9, 0xc3, 0xa9]),
    Buffer.from("\r\n--b--"),
  ]);
  const part = sessionPart({ contentType: "multipart/mixed;boundary=b", content });
  expect(part.content.toString("latin1")).toBe("v=0\r\ns=\u00e9\u00c3\u00a9");
});
