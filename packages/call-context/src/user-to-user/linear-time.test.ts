import { expect, test } from "@jest/globals";
import { contextIdFromUserToUser, parseUserToUser } from "../user-to-user.ts";

const uuid = "db792233-8df3-416c-8d80-a70038747b74";
const csi = Buffer.from(`csi=${uuid}`).toString("hex");

const megabyte = 1_000_000;
const repeated = (text: string) => text.repeat(megabyte / text.length);

test.each([
  ...[",", ";a", "a;a", "a,", '"', '"\\', "\\", "a=", " ", " ,", "%25", "%3B", "%", "\r\n "],
  ...["6373", "csi=", "si=a ", "\u00c8\u0004csi=", "\0", "a", 'a"', "=", ";"],
])("a megabyte of %j is read in a time that is linear", (piece) => {
  const ofSize = (text: string) => {
    const start = process.cpuUsage();
    for (const header of [text, `a;${text}`, `"${text}`, [text, text]]) {
      parseUserToUser(header);
      contextIdFromUserToUser(header, { bare: true });
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  // Milliseconds of the processor for twelve megabytes; what is not linear takes seconds or minutes.
  expect(ofSize(repeated(piece))).toBeLessThan(1000);
});

test("a hundred thousand header fields are read no further than the first values go", () => {
  const fields = Array.from({ length: 100_000 }, () => `${csi};encoding=hex`);
  expect(parseUserToUser(fields).length).toBeLessThan(100);
  expect(contextIdFromUserToUser(fields)).toBe(uuid);
});
