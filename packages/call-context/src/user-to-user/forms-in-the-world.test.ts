import { expect, test } from "@jest/globals";
import { contextIdFromUserToUser, parseUserToUser } from "../user-to-user.ts";

const uuid = "db792233-8df3-416c-8d80-a70038747b74";
const ours = "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607";

const hex = (text: string) => Buffer.from(text).toString("hex");
const csi = hex(`csi=${uuid}`);
const csiOfOurs = hex(`csi=${ours}`);
/** Tag, length and data, as Avaya's shared data has them. */
const tlv = (tag: string, data: string) =>
  `${tag}${(data.length / 2).toString(16).padStart(2, "0")}${data}`;
const ucid = "FA080001008858BFD6BD";

test.each([
  ["a discriminator", `00${csi};encoding=hex`],
  [
    "a discriminator, purpose and content",
    `04${csi};encoding=hex;purpose=isdn-uui;content=isdn-uui`,
  ],
  ["another discriminator", `08${csi};encoding=hex`],
  ["a discriminator beyond ASCII", `ff${csi};encoding=hex`],
  ["hex without its parameter", csi],
  ["upper-case hex without its parameter", csi.toUpperCase()],
  ["a discriminator and hex without its parameter", `04${csi}`],
  ["hex without its parameter, in quotation marks", `"${csi}"`],
  ["escaped separators", `${csi}%3Bencoding%3Dhex`],
  ["escaped separators in lower case", `${csi}%3bencoding%3dhex`],
  ["separators escaped twice", `${csi}%253Bencoding%253Dhex`],
  ["separators escaped in part", `${csi}%3Bencoding=hex;purpose=isdn-uui`],
  ["an escaped comma", `00fa%3Bencoding%3Dhex%2C${csi}%3Bencoding%3Dhex`],
  ["an escaped text", `csi%3D${uuid}`],
  ["an escaped quoted-string", `%22csi%3D${uuid}%22`],
  ["a discriminator and escaped separators", `00${csi}%3Bencoding%3Dhex`],
  ["Avaya's shared data", `00${tlv("C8", csi)}${ucid};encoding=hex`],
  ["Avaya's shared data, the UCID first", `04${ucid}${tlv("C8", csi)};encoding=hex`],
  ["Avaya's shared data without a discriminator", `${tlv("c8", csi)}${ucid}`],
  ["Avaya's shared data that ends early", `00C8FF${csi};encoding=hex`],
  [
    "data of another application before it, whose octets are no text",
    `00FA02ff00${csi};encoding=hex`,
  ],
  ["data behind it that is no UTF-8", `${csi}ff80;encoding=hex`],
  ["a trailing NUL", `${csi}00;encoding=hex`],
  ["trailing NULs without a parameter", `04${csi}000000`],
  ["trailing white space in the data", `${hex(`csi=${uuid} \r\n`)};encoding=hex`],
  ["its first octet taken off, as hex", `${csi.slice(2)};encoding=hex`],
  ["its first octet taken off, as text", `si=${uuid}`],
  ["its first octet taken off, in quotation marks", `"si=${uuid}"`],
  ["plain text behind the hex digits of a discriminator", `04csi=${uuid}`],
  ["plain text that claims to be hex", `csi=${uuid};encoding=hex`],
  ["the key in upper case", `CSI=${uuid}`],
  ["another encoding's name", `csi=${uuid};encoding=ascii`],
  ["other keys before it", `${hex(`ucid=1;csi=${uuid}`)};encoding=hex`],
  ["other keys behind it", `"csi=${uuid};ucid=1"`],
  ["other keys around it", `${hex(`a=1&csi=${uuid}&b=2`)};encoding=hex`],
  ["an empty value before it", `,, ${csi};encoding=hex`],
  ["another value before it", `04aabbcc;encoding=hex;purpose=isdn-uui,${csi};encoding=hex`],
  ["a value that breaks the grammar before it", `a b, ${csi};encoding=hex`],
  ["a whole header line", `User-to-User: 00${csi};encoding=hex`],
  ["a whole header line in plain text", `User-to-User: csi=${uuid}`],
  ["a URI's headers", `<sip:desk@pbx.example.com?User-to-User=00${csi}%3Bencoding%3Dhex>`],
  ["a URI's headers, other ones behind it", `?User-to-User=${csi}&Subject=x`],
  ["another separator", `04${csi}?encoding=hex`],
  ["brackets", `<${csi};encoding=hex>`],
  ["brackets around plain text", `<csi=${uuid}>`],
  ["escaped brackets", `%3C${csi}%3E`],
  ["a key of another application", `uui=${csi}`],
  ["the prefix that programs write before hex", `0x04${csi}`],
  ["octets apart from it", `04 ${csi} 00;encoding=hex`],
  ["an escaped NUL", `${csi}%00;encoding=hex`],
])("the ID is found behind or within %s", (_, header) => {
  expect(contextIdFromUserToUser(header)).toBe(uuid);
  expect(contextIdFromUserToUser(["00fa", "", header])).toBe(uuid);
});

test.each([1, 7, 32, 36, 41, 53, 61, 86, 100])(
  "an ID of %i characters in shared data ends where its length says, whatever its octets look like",
  (length) => {
    const id = "x".repeat(length);
    const header = `00${tlv("C8", hex(`csi=${id}`))}4102abcd;encoding=hex`;
    expect(contextIdFromUserToUser(header)).toBe(id);
  },
);

test("several header fields are read in their order", () => {
  expect(contextIdFromUserToUser(["00fa;encoding=hex", `04${csi}`, csiOfOurs])).toBe(uuid);
});

test.each([
  ["an ID behind a discriminator", `00${hex(uuid)};encoding=hex`, uuid],
  ["an ID with a trailing NUL", `${hex(uuid)}00;encoding=hex`, uuid],
  ["the hex of an ID without its parameter", hex(uuid), uuid],
  ["the same behind a discriminator", `04${hex(ours)}`, ours],
  ["an ID of hex digits", ours, ours],
  ["a short ID of hex digits", "61626364", "61626364"],
  ["an escaped ID", `${hex(uuid)}%3Bencoding%3Dhex`, uuid],
])("where bare IDs are asked for, %s is one", (_, header, id) => {
  expect(contextIdFromUserToUser(header, { bare: true })).toBe(id);
});

test.each([
  ["a word that ends in the key", `mycsi=${uuid}`],
  ["a word that ends in what is left of the key", `xsi=${uuid}`],
  ["the key without an ID", `04${hex("csi=")};encoding=hex`],
  ["an ID broken by a space", `${hex("csi=ab cd")};encoding=hex`],
  ["an ID that is too long", `04${hex(`csi=${"x".repeat(101)}`)}`],
  ["hex of odd length", `0${csi};encoding=hex`],
  ["Avaya's UCID alone", `00${ucid};encoding=hex`],
])("%s carries none", (_, header) => {
  expect(contextIdFromUserToUser(header)).toBeUndefined();
});

test("a token with a percent sign stays as it is", () => {
  expect(parseUserToUser("100%25;a=b%41")[0]).toMatchObject({ data: "100%25" });
  expect(parseUserToUser('"a%3Bb"')[0]).toMatchObject({ data: "a%3Bb" });
});
