import { createHandler, readConfig } from "@skill-call/connect-handler/parts";
import { maxAnswerBytes } from "@skill-call/contact-flow";
import { jsonLog } from "@skill-call/telemetry";
import { clock, contextId, freshStores, storedContext } from "./fakes.ts";
import { personalData, watchedLog } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const instance =
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555";
const queue = (digit: string) => `${instance}/queue/${digit.repeat(8)}-2222-4333-8444-555555555555`;

/** @param callFormFile of the form whose company and reasons are said */
export function connectEvent(callFormFile: string): Target {
  const config = readConfig({
    CALL_CONTEXT_TABLE: "contexts",
    CALL_FORM_FILE: callFormFile,
    CONNECT_FALLBACK_QUEUE_ARN: queue("2"),
    ROUTES: JSON.stringify({
      rules: [
        {
          when: { reason: "billing" },
          to: [
            { type: "queue", arn: queue("3") },
            { type: "pstn", number: "+12045550110" },
          ],
        },
      ],
      otherwise: [{ type: "queue", arn: queue("2") }],
    }),
  });
  const stores = freshStores();
  const log = watchedLog();
  const handler = createHandler(config, {
    store: stores.store,
    clock,
    log: jsonLog(log.write),
    measure: (metric) => log.write(JSON.stringify(metric)),
    annotate: (facts) => log.write(JSON.stringify(facts)),
  });
  return {
    is: "what a contact flow hands to its Lambda, by the whole Connect handler",
    form: "json",
    samples: ["route", "next", "nobody", "whisper"].map(event),
    words: [
      ...["route", "next", "nobody", "whisper", "tried", "0", "1", "2", "VOICE", "CHAT", "TASK"],
      ...["en-US", "es-US", "fr-CA", "contextId", contextId, "billing", "INBOUND", "API"],
    ],
    async feed(input) {
      await stores.renew(storedContext);
      const answer = await handler(JSON.parse(input));
      const values = Object.values(answer);
      ensure(
        values.every((value) => typeof value === "string" && value !== ""),
        "a word for each key",
      );
      ensure(["pstn", "queue", "none"].includes(answer.route), "a route that the flow knows");
      ensure(
        Buffer.byteLength(JSON.stringify(answer)) <= maxAnswerBytes,
        "no larger than Connect takes",
      );
      log.ensureNothingPersonal();
    },
  };
}

function event(step: string): string {
  const contact = "7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e";
  return JSON.stringify({
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: { contextId, reason: "billing" },
        AwsRegion: "us-east-1",
        Channel: "VOICE",
        ContactId: contact,
        CustomerEndpoint: { Address: personalData.number, Type: "TELEPHONE_NUMBER" },
        CustomerId: null,
        InitialContactId: contact,
        InitiationMethod: "API",
        InstanceARN: instance,
        LanguageCode: "en-US",
        MediaStreams: { Customer: { Audio: { StreamARN: "arn:s", StartTimestamp: "15657" } } },
        Name: personalData.name,
        PreviousContactId: contact,
        Queue: { ARN: queue("3"), Name: "Billing", OutboundCallerId: { Address: "+1", Type: "" } },
        References: { page: { Type: "url", Value: "https://x.example" } },
        SegmentAttributes: { "connect:Subtype": { ValueString: "connect:Telephony" } },
        SystemEndpoint: { Address: "+16075550111", Type: "TELEPHONE_NUMBER" },
      },
      Parameters: { step, tried: "1" },
    },
  });
}
