import { readResponse } from "@skill-call/alexa-emulator/response";
import { contextSchemaOf } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { createEars, createSkill, loadPhoneNumbers } from "@skill-call/skill/parts";
import { jsonLog } from "@skill-call/telemetry";
import { clock, contextId, freshStores } from "./fakes.ts";
import { ensureNothingPersonal, personalData, watchedLog } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

/** @param callFormFile of the form that the skill asks */
export function alexaEnvelope(callFormFile: string): Target {
  const form = readCallFormFile(callFormFile);
  const stores = freshStores(contextSchemaOf(form));
  const log = watchedLog();
  const handler = createSkill({
    form,
    ears: createEars(),
    now: () => new Date(clock.now()),
    loadPhoneNumbers,
    newContextId: () => contextId,
    store: stores.store,
    starter: {
      name: "skill-call",
      needsCallerNumber: true,
      rings: "device",
      mayBeAskedAgain: false,
      check: () => undefined,
      start: async () => undefined,
    },
    fetchCallerNumber: async () => personalData.number,
    fetchGivenName: async () => undefined,
    send: async () => ({ status: 204, headers: {}, body: "" }),
    after: clock.after,
    within: () => new AbortController().signal,
    clock: clock.now,
    log: jsonLog(log.write),
    measure: (metric) => log.write(JSON.stringify(metric)),
    annotate: (facts) => log.write(JSON.stringify(facts)),
  });
  return {
    is: "Alexa's request envelopes, by the whole skill",
    form: "json",
    samples,
    words,
    async feed(input) {
      await stores.renew();
      try {
        const answer: unknown = await handler(JSON.parse(input));
        const { problem } = readResponse(JSON.parse(JSON.stringify(answer)));
        ensure(problem === undefined, `Alexa takes the answer: ${problem}`);
      } catch (error) {
        if (Object(error).code !== "skill.request-format") throw error;
        ensureNothingPersonal(String(error), "the refusal");
      } finally {
        log.ensureNothingPersonal();
      }
    },
  };
}

const application = { applicationId: "amzn1.ask.skill.3ffd8d5f" };

interface Parts {
  readonly attributes?: object;
  readonly system?: object;
}

function envelope(request: object, { attributes = {}, system = {} }: Parts = {}): string {
  const user = { userId: "amzn1.ask.account.1" };
  return JSON.stringify({
    version: "1.0",
    session: { new: false, sessionId: "s", application, user, attributes },
    context: {
      System: {
        application,
        user: { ...user, permissions: { consentToken: "t" } },
        device: { deviceId: "d", supportedInterfaces: { "Alexa.Presentation.APL": {} } },
        apiEndpoint: "https://api.amazonalexa.com",
        apiAccessToken: "token",
        ...system,
      },
      Viewport: { shape: "RECTANGLE", pixelWidth: 1024 },
    },
    request: { requestId: "r", timestamp: "2027-01-15T12:00:00Z", locale: "en-US", ...request },
  });
}

function callIntent(slots: object, confirmationStatus = "NONE"): object {
  return {
    type: "IntentRequest",
    dialogState: "IN_PROGRESS",
    intent: { name: "CallIntent", confirmationStatus, slots },
  };
}

function matched(name: string, value: string, id: string) {
  const authority = {
    authority: "a",
    status: { code: "ER_SUCCESS_MATCH" },
    values: [{ value: { name: value, id } }],
  };
  return {
    name,
    value,
    confirmationStatus: "NONE",
    source: "USER",
    resolutions: { resolutionsPerAuthority: [authority] },
    slotValue: { type: "Simple", value, resolutions: { resolutionsPerAuthority: [authority] } },
  };
}

const slots = {
  callerName: { name: "callerName", value: personalData.name, confirmationStatus: "NONE" },
  accountId: { name: "accountId", value: personalData.accountId, confirmationStatus: "NONE" },
  reason: matched("reason", "my bill", "billing"),
};
const conversation = {
  contextId,
  asked: "confirmation",
  callerName: personalData.name,
  accountId: personalData.accountId,
  reason: { id: "billing" },
  tries: { callerName: 1 },
};

const samples = [
  envelope({ type: "LaunchRequest" }),
  envelope(callIntent({})),
  envelope(callIntent(slots), { attributes: { contextId, asked: "callerName" } }),
  envelope(callIntent(slots, "CONFIRMED"), { attributes: conversation }),
  envelope(callIntent(slots, "DENIED"), { attributes: conversation }),
  envelope(callIntent({ reason: { name: "reason", value: personalData.words } })),
  envelope(callIntent({ reason: { name: "reason", value: "my house is on fire" } })),
  ...[
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.StopIntent",
    "ChangeIntent",
    "DontKnowIntent",
  ].map((name) =>
    envelope({ type: "IntentRequest", intent: { name, slots: {} } }, { attributes: conversation }),
  ),
  envelope({ type: "SessionEndedRequest", reason: "ERROR", error: { type: "X", message: "said" } }),
  envelope({ type: "CanFulfillIntentRequest", intent: { name: "CallIntent", slots } }),
  envelope({
    type: "Connections.Response",
    name: "AskFor",
    status: { code: "200", message: "OK" },
    token: JSON.stringify(conversation),
    payload: { permissionScope: "alexa::profile:mobile_number:read", status: "ACCEPTED" },
  }),
  envelope({
    type: "SessionResumedRequest",
    cause: {
      type: "ConnectionCompleted",
      token: JSON.stringify(conversation),
      status: { code: "200" },
    },
  }),
  envelope(
    { type: "Alexa.Presentation.APL.UserEvent", token: "t", arguments: ["reason", "billing"] },
    { attributes: conversation },
  ),
];

const words = [
  ...["LaunchRequest", "IntentRequest", "CallIntent", "AMAZON.HelpIntent", "AMAZON.FallbackIntent"],
  ...["AMAZON.RepeatIntent", "AMAZON.StartOverIntent", "EmergencyIntent", "AskIntent", "WhoIntent"],
  ...["callerName", "accountId", "reason", "confirmation", "billing", "sales", "order-status"],
  ...["en-US", "es-US", "fr-CA", "en-CA", "de-DE", "en", "ER_SUCCESS_MATCH", "ER_SUCCESS_NO_MATCH"],
  ...[
    "CONFIRMED",
    "DENIED",
    "ACCEPTED",
    "NOT_ANSWERED",
    "List",
    "Simple",
    "ambulance",
    "fire",
    "help me",
  ],
  ...[
    "https://api.eu.amazonalexa.com",
    "http://127.0.0.1",
    "nine eight four",
    "Anna Maria",
    "AT&T <b>",
  ],
];
