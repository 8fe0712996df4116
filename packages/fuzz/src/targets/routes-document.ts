import {
  createRoutingTable,
  isRoutesError,
  parseRoutes,
  type Routes,
} from "@skill-call/call-routing";
import { storedContext } from "./fakes.ts";
import { ensureNothingPersonal, personalData } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const connector = {
  type: "voice-connector",
  arn: "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4",
  uri: "billing",
};

export const routesDocument: Target = {
  is: "the ROUTES document",
  form: "json",
  samples: [
    JSON.stringify({
      rules: [
        {
          when: { reason: ["billing", "order-status"], locale: "es-US", "context.tier": "gold" },
          to: [
            { ...connector, timeoutSeconds: 20 },
            {
              ...connector,
              userToUser: {
                discriminator: "04",
                encoding: "hex",
                parameter: true,
                purpose: "isdn-uui",
              },
            },
          ],
        },
        {
          when: { callerNumber: personalData.number },
          to: [
            {
              type: "pstn",
              destinationService: "https://branches.example.com/closest",
              allow: { countries: ["US", "CA"], types: ["fixed", "mobile"] },
              auth: {
                headerFromSecret: "arn:aws:secretsmanager:us-east-1:123456789012:secret:s-AbCdEf",
              },
            },
            { type: "meeting", mediaRegion: "us-east-1" },
          ],
        },
      ],
      otherwise: [{ type: "pstn", number: "+12045550199" }],
    }),
    '{"rules":[],"otherwise":[{"type":"pstn","number":"+12045550100"}]}',
  ],
  words: [
    ...[
      "voice-connector",
      "pstn",
      "meeting",
      "queue",
      "sigv4",
      "hex",
      "reason",
      "locale",
      "skillId",
    ],
    ...[
      "callStarter",
      "accountIdVerified",
      "context.tier",
      "context.reason",
      "+12045550100",
      "rules",
    ],
    ...["otherwise", "when", "to", "type", "number", "us-east-1", "US", "mobile", "billing"],
  ],
  feed(input) {
    const routes = read(input);
    if (!routes) return;
    const table = createRoutingTable(routes);
    for (const context of [undefined, storedContext]) {
      const { rule, destinations } = table.route(context);
      ensure(destinations.length > 0, "every call has a destination");
      ensure(table.destinationsOf(rule) === destinations, "a rule is found again by its name");
    }
  },
};

function read(text: string): Routes | undefined {
  try {
    return parseRoutes(text);
  } catch (error) {
    if (!isRoutesError(error)) throw error;
    ensureNothingPersonal(error.message, "the refusal");
    ensure(error.mistakes.length > 0, "a refusal says why");
    return undefined;
  }
}
