import { e164Number, isTrustworthyUrl, requirement, shape } from "@skill-call/lambda-config";
import * as v from "valibot";
import type { Destination } from "../routing/routes.ts";

const arnMessage = requirement(
  "must be the ARN of a Voice Connector or a Voice Connector group",
  "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4",
);
const uriMessage = requirement(
  "must be 1–36 characters of a-z A-Z 0-9 & = + $ / % - _ ! ~ * ( ) .",
  "billing",
);
const timeoutMessage = requirement("must be a whole number of 1 to 120 seconds", "30");
const regionMessage = requirement("must be an AWS Region", "us-east-1");
const urlMessage = requirement(
  "must be an https URL (http only on this machine)",
  "https://branches.example.com/closest",
);

const voiceConnector = v.strictObject(
  {
    type: v.literal("voice-connector"),
    arn: v.pipe(
      v.string(arnMessage),
      v.regex(/^arn:aws[a-z-]*:chime:[a-z0-9-]+:\d{12}:vcg?\/[A-Za-z0-9-]+$/, arnMessage),
    ),
    // Guide, "CallAndBridge": 1–30 characters in 2023, 1–36 in 2026.
    uri: v.pipe(v.string(uriMessage), v.regex(/^[a-zA-Z0-9&=+$/%\-_!~*().]{1,36}$/, uriMessage)),
    timeoutSeconds: v.exactOptional(
      v.pipe(
        v.number(timeoutMessage),
        v.integer(timeoutMessage),
        v.minValue(1, timeoutMessage),
        v.maxValue(120, timeoutMessage),
      ),
    ),
  },
  shape({
    type: '"voice-connector"',
    arn: '"arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4"',
    uri: '"billing"',
    timeoutSeconds: "30",
  }),
);

const numberAndService = "has both number and destinationService; leave one out";
const neitherNumberNorService =
  'has neither number nor destinationService; example: {"type":"pstn","number":"+12045550100"}';

const pstn = v.pipe(
  v.strictObject(
    {
      type: v.literal("pstn"),
      number: v.exactOptional(e164Number),
      // The context that is posted there is personal data: it must not leave this machine in the clear.
      destinationService: v.exactOptional(
        v.pipe(v.string(urlMessage), v.check(isTrustworthyUrl, urlMessage)),
      ),
    },
    shape({
      type: '"pstn"',
      number: '"+12045550100"',
      destinationService: '"https://branches.example.com/closest"',
    }),
  ),
  v.check((to) => !("number" in to && "destinationService" in to), numberAndService),
  v.check((to) => "number" in to || "destinationService" in to, neitherNumberNorService),
);

const meeting = v.strictObject(
  {
    type: v.literal("meeting"),
    mediaRegion: v.pipe(v.string(regionMessage), v.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, regionMessage)),
  },
  shape({ type: '"meeting"', mediaRegion: '"us-east-1"' }),
);

/** One destination of the ROUTES document. */
export const destinationSchema = v.pipe(
  v.variant("type", [voiceConnector, pstn, meeting], ({ path }) =>
    path ? 'must be one of "voice-connector", "pstn", "meeting"' : "must be an object",
  ),
  v.transform((destination) => destination as Destination),
);
