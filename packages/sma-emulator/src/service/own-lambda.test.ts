import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createBuiltLambda } from "@skill-call/lambda-runner";
import { callerNumber, createTestService } from "../testing/test-service.ts";

/** A Lambda as anybody writes one: none of our packages in it. */
const source = `
  export const handler = async (event) => {
    const [legA] = event.CallDetails.Participants;
    console.log(event.InvocationEventType);
    switch (event.InvocationEventType) {
      case "NEW_INBOUND_CALL":
        return {
          SchemaVersion: "1.0",
          Actions: [
            {
              Type: "CallAndBridge",
              Parameters: {
                CallerIdNumber: legA.To,
                Endpoints: [{ BridgeEndpointType: "PSTN", Uri: process.env.BRANCH }],
              },
            },
          ],
        };
      case "HANGUP":
        return {
          SchemaVersion: "1.0",
          Actions: event.CallDetails.Participants.filter((leg) => leg.Status === "Connected").map(
            (leg) => ({ Type: "Hangup", Parameters: { CallId: leg.CallId } }),
          ),
        };
      default:
        return { SchemaVersion: "1.0", Actions: [] };
    }
  };
`;

test("a Lambda that is not ours takes a call, in a process of its own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "own-lambda-"));
  const file = join(folder, "index.mjs");
  await writeFile(file, source);
  const lines: string[] = [];
  const lambda = createBuiltLambda({
    name: "own",
    file,
    environment: { BRANCH: callerNumber },
    log: ({ line }) => lines.push(line),
  });
  const bench = createTestService({ sipMediaApplication: { lambda } });

  const call = bench.service.placeCall(bench.invite);
  const answered = new Promise<void>((resolve) => {
    call.onProgress(({ type }) => {
      if (type === "answered") resolve();
    });
  });
  await bench.clock.untilScheduled(0);
  bench.clock.advance(0);
  await answered;
  call.hangUp();
  await call.over;
  await lambda.close();
  await rm(folder, { recursive: true });

  expect(lines).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP", "HANGUP"]);
  expect(bench.service.legsUp()).toEqual([]);
});
