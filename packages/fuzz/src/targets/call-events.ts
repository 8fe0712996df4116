import { createHandler, EventFormatError } from "@skill-call/call-events/parts";
import { jsonLog } from "@skill-call/telemetry";
import { clock, contextId, freshStores, storedContext } from "./fakes.ts";
import { ensureNothingPersonal, personalData, watchedLog } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const stores = freshStores();
const log = watchedLog();
const told: string[] = [];
const handler = createHandler(
  {},
  {
    fetch: async () => new Response(null),
    clock,
    log: jsonLog(log.write),
    readSecret: async () => "",
    putEvent: async (event) => void told.push(JSON.stringify(event)),
    contacts: {
      store: stores.store,
      describeContact: async () => ({ contextId, answered: true, goesOn: false }),
      log: jsonLog(log.write),
    },
  },
);

const image = (status: string) => ({
  contextId: { S: contextId },
  status: { S: status },
  callerName: { S: personalData.name },
  callerNumber: { S: personalData.number },
  callStarter: { S: "skill-call" },
  transactionId: { S: "t" },
});

export const callEvents: Target = {
  is: "the table's stream and Amazon Connect's contact events, by the whole handler of call events",
  form: "json",
  samples: [
    JSON.stringify({
      Records: [
        {
          eventName: "MODIFY",
          dynamodb: {
            ApproximateCreationDateTime: 1_800_000_000,
            SequenceNumber: "111",
            OldImage: image("created"),
            NewImage: image("claimed"),
          },
        },
      ],
    }),
    JSON.stringify({
      source: "aws.connect",
      detail: {
        eventType: "CONNECTED_TO_AGENT",
        contactId: "c",
        initialContactId: "c",
        initiationMethod: "API",
        instanceArn: "arn:aws:connect:us-east-1:123456789012:instance/i",
      },
    }),
  ],
  words: [
    ...[
      "INSERT",
      "MODIFY",
      "REMOVE",
      "created",
      "claimed",
      "connected",
      "ended",
      "failed",
      "rehearsal-",
    ],
    ...[
      "CONNECTED_TO_SYSTEM",
      "DISCONNECTED",
      "aws.connect",
      "2027-01-01T00:00:00Z",
      "NewImage",
      "S",
    ],
  ],
  async feed(input) {
    await stores.renew(storedContext);
    told.length = 0;
    try {
      const answer = await handler(JSON.parse(input));
      const failures = answer?.batchItemFailures ?? [];
      ensure(failures.length === 0, "what is a change of a context is told");
      for (const event of told) ensureNothingPersonal(withoutStarter(event), "an event of a call");
    } catch (error) {
      if (!(error instanceof EventFormatError)) throw error;
      ensureNothingPersonal(error.message, "the refusal");
    } finally {
      log.ensureNothingPersonal();
    }
  },
};

/** What starts calls names itself. */
function withoutStarter(event: string): string {
  return JSON.stringify(JSON.parse(event), (name, value) =>
    name === "callStarter" ? undefined : value,
  );
}
