// What a configuration has beside its application: tables, other functions, and who hears of meetings.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import { readEmulatorConfig } from "../src/config/read-emulator-config.ts";
import type { SmaTraceEvent } from "../src/sma-trace.ts";
import { type Emulator, startEmulator } from "../src/start-emulator.ts";

const number = "+16073331111";
let folder: string;
let emulator: Emulator | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "own-account-"));
});
afterEach(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true });
});

/** Asks DynamoDB for an item by the wire, as every SDK does; then invokes a function, which makes a meeting. */
const sma = `
  const signed = { authorization: "AWS4-HMAC-SHA256 Credential=local/20000101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none" };
  const ask = (target, input) => fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
    method: "POST", body: JSON.stringify(input),
    headers: { ...signed, "x-amz-date": "20000101T000000Z", "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810." + target },
  }).then((answer) => answer.json());
  export const handler = async (event) => {
    const caller = event.CallDetails.Participants[0].From;
    const { Item } = await ask("GetItem", { TableName: "customers", Key: { phone: { S: caller } } });
    const query = { TableName: "customers", IndexName: "by-name", KeyConditionExpression: "#n = :n", ExpressionAttributeNames: { "#n": "name" }, ExpressionAttributeValues: { ":n": Item.name } };
    const { Count } = await ask("Query", query);
    const url = process.env.AWS_ENDPOINT_URL_LAMBDA + "/2015-03-31/functions/meet/invocations";
    const meeting = await fetch(url, { method: "POST", body: JSON.stringify({ name: Item.name.S }) }).then((answer) => answer.json());
    return { SchemaVersion: "1.0", Actions: [{ Type: "Hangup" }], TransactionAttributes: { name: Item.name.S, age: Item.age.N, count: String(Count), meeting: meeting.MeetingId } };
  };`;

const meet = `
  export const handler = async ({ name }) => {
    const headers = { authorization: "AWS4-HMAC-SHA256 Credential=local/20000101/x/chime/aws4_request", "content-type": "application/json" };
    const url = process.env.AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS + "/meetings";
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ ClientRequestToken: "token", ExternalMeetingId: name, MediaRegion: "us-west-2" }) });
    return (await answer.json()).Meeting;
  };`;

const heard = `export const handler = async (event) => console.log("HEARD " + JSON.stringify(event));`;

test("an application reads its table, invokes a function, and another hears of the meeting", async () => {
  await Promise.all([
    writeFile(join(folder, "sma.mjs"), sma),
    writeFile(join(folder, "meet.mjs"), meet),
    writeFile(join(folder, "heard.mjs"), heard),
    writeFile(
      join(folder, "emulator.json"),
      JSON.stringify({
        listen: { udp: 0, tcp: 0 },
        phoneNumbers: [number],
        sipRules: [{ toPhoneNumber: number, sipMediaApplications: ["sma"] }],
        sipMediaApplications: [{ id: "sma", lambda: { file: "sma.mjs" } }],
        functions: { meet: { file: "meet.mjs" }, heard: { file: "heard.mjs" } },
        meetingEvents: ["heard"],
        tables: [
          {
            name: "customers",
            partitionKey: "phone",
            indexes: [{ name: "by-name", partitionKey: "name" }],
            items: [{ phone: "+12045551111", name: "Ada", age: 36, tags: ["vip", null] }],
          },
        ],
      }),
    ),
  ]);
  const steps: SmaTraceEvent[] = [];
  emulator = await startEmulator(await readEmulatorConfig(join(folder, "emulator.json")), {
    timesSlower: 20,
    onStep: (step) => steps.push(step),
  });
  await emulator.service.placeCall({ to: number, from: "+12045551111", headers: {} }).over;
  expect(steps.find(({ kind }) => kind === "sma.answer")?.detail).toMatchObject({
    TransactionAttributes: { name: "Ada", age: "36", count: "1", meeting: expect.any(String) },
  });
  expect(steps.map(({ label }) => label)).toContain("invokes meet");
  const line = await labelOf(steps, "HEARD ");
  expect(JSON.parse(line.slice("HEARD ".length))).toMatchObject({
    source: "aws.chime",
    "detail-type": "Chime Meeting State Change",
    region: "us-west-2",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    detail: { eventType: "chime:MeetingStarted", externalMeetingId: "Ada" },
  });
});

async function labelOf(steps: readonly SmaTraceEvent[], start: string): Promise<string> {
  const found = () => steps.find(({ label }) => label.startsWith(start))?.label;
  await until(() => found() !== undefined);
  return found() ?? "";
}
