import { expect, test } from "@jest/globals";
import { sdpBody } from "@skill-call/sip";
import { SessionOrigin } from "./session-origin.ts";

const description = (origin: string, port: number) =>
  `v=0\r\n${origin}\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio ${port} RTP/AVP 0\r\n`;

/** What a far end sees of descriptions that come one after the other. */
function seen(...descriptions: readonly string[]): readonly string[] {
  const origin = new SessionOrigin();
  return descriptions.map((each) => origin.next(sdpBody(each)).content.toString());
}

const ana = "o=ana 1 9007199254740993 IN IP4 192.0.2.1";

test("the first description stays as it is, and so does a copy", () => {
  const first = description(ana, 6000);
  expect(seen(first, first)).toEqual([first, first]);
});

test("a description of somebody else is the next version of the same session", () => {
  const other = description("o=desk 22 7 IN IP6 2001:db8::1", 7000);
  expect(seen(description(ana, 6000), other, other, description(ana, 6000)).slice(1)).toEqual([
    description("o=ana 1 9007199254740994 IN IP4 192.0.2.1", 7000),
    description("o=ana 1 9007199254740994 IN IP4 192.0.2.1", 7000),
    description("o=ana 1 9007199254740995 IN IP4 192.0.2.1", 6000),
  ]);
});

test("letters beyond ASCII pass as they are", () => {
  const named = description(ana, 6000).replace("s=-", "s=Grüße");
  expect(seen(named, named.replace("6000", "7000"))[1]).toContain("s=Grüße\r\n");
});

test("what has no origin stays as it is", () => {
  expect(seen("offer", "v=0\r\no=ana\r\n")).toEqual(["offer", "v=0\r\no=ana\r\n"]);
});
