import { type CallStarterName, createItemStore } from "@skill-call/call-context";
import { type CallForm, contextSchemaOf } from "@skill-call/call-form";
import {
  type CallStarter,
  type ConnectApi,
  createCallbackStarter,
  createConnectStarter,
  createConnectTaskStarter,
  createEars,
  createFetchGivenName,
  createFetchMobileNumber,
  createSkill,
  createSkillCallStarter,
  createSmartPropertiesStarter,
  HttpFailure,
  loadPhoneNumbers,
  type SendHttp,
} from "@skill-call/skill/parts";
import { jsonLog } from "@skill-call/telemetry";
import { newIdOf } from "../callers/ids.ts";
import { alexaOver } from "./alexa-services.ts";
import type { ContactCentre } from "./contact-centre.ts";
import { instanceArn, instanceNumber } from "./contact-routes.ts";
import { type Doubles, same } from "./doubles.ts";
import { itemsOverNetwork } from "./items-over-network.ts";
import { rememberingEars } from "./remembering-ears.ts";
import { sipMediaApplicationId, smaNumber, tableName } from "./routes.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Code } from "./simulated-lambda.ts";
import type { Services } from "./sma-handler-code.ts";
import type { SmartProperty } from "./smart-property.ts";
import { login, loginSecret, propertyExtension } from "./smart-property.ts";
import type { Telephony } from "./telephony.ts";

const contextTtlSeconds = 600;

/** Of all sandboxes: to read the grammars takes longer than a whole call. */
const ears = rememberingEars(createEars());

/** What a skill that answered makes of a yes. */
export interface SkillAnswer {
  readonly envelope: unknown;
  /** `started`, or the code of a failure; none where no call was ordered. */
  readonly outcome: string | undefined;
}

export interface SkillWorld extends Services {
  readonly telephony: Telephony;
  readonly contactCentre: ContactCentre;
  readonly property: SmartProperty;
  readonly form: CallForm;
}

/** The skill's own code, as a sandbox starts it. */
export function skillCode(
  starterName: CallStarterName,
  world: SkillWorld,
  { items = same, starter: replaced = same }: Doubles,
): (sandbox: Sandbox) => Code {
  const { form } = world;
  const schema = contextSchemaOf(form);
  return (sandbox) => {
    const tell = (text: string) => void sandbox.call.told.push(text);
    const send = alexaOver(sandbox, world);
    let outcome: string | undefined;
    const skill = createSkill({
      form,
      ears,
      now: () => new Date(sandbox.clock.now()),
      loadPhoneNumbers,
      newContextId: () => {
        const { call } = sandbox;
        const contextId = newIdOf(call.index, call.chance);
        call.contextIds.push(contextId);
        return contextId;
      },
      store: createItemStore({
        items: items(itemsOverNetwork({ sandbox, ...world, killed: "skill-killed" })),
        tableName,
        schema,
        ttlSeconds: contextTtlSeconds,
        clock: sandbox.clock.now,
        after: sandbox.clock.after,
      }),
      starter: replaced(makeStarter[starterName]({ sandbox, send, world })),
      fetchCallerNumber: createFetchMobileNumber(send),
      fetchGivenName: createFetchGivenName(send),
      send,
      after: sandbox.clock.after,
      within: (ms) => sandbox.signalAfter(ms),
      clock: sandbox.clock.now,
      log: jsonLog(tell),
      measure: (metric) => tell(JSON.stringify(metric)),
      annotate: (facts) => {
        if (typeof facts.outcome === "string") outcome = facts.outcome;
        tell(JSON.stringify(facts));
      },
    });
    return async (event): Promise<SkillAnswer> => {
      outcome = undefined;
      const envelope = await skill(event, {});
      return { envelope, outcome };
    };
  };
}

interface StarterParts {
  readonly sandbox: Sandbox;
  readonly send: SendHttp;
  readonly world: SkillWorld;
}

const makeStarter: Readonly<Record<CallStarterName, (parts: StarterParts) => CallStarter>> = {
  "skill-call": ({ send }) => createSkillCallStarter({ send, smaPhoneNumber: smaNumber }),
  callback: callbackStarter,
  connect: ({ send }) =>
    createConnectStarter({ api: connectApi(send), sourceNumber: instanceNumber }),
  "connect-task": ({ send }) => createConnectTaskStarter(connectApi(send)),
  "smart-properties": smartPropertiesStarter,
};

/** Each has a skill of its own. */
export const starters = Object.keys(makeStarter) as readonly CallStarterName[];

/** Signatures are left out. */
function connectApi(send: SendHttp): ConnectApi {
  return {
    send,
    sign: async (request) => request,
    endpoint: "https://connect.us-east-1.amazonaws.com",
    instanceId: instanceArn.split("/").at(-1) ?? "",
    flowId: "callback",
  };
}

function callbackStarter({ sandbox, world }: StarterParts): CallStarter {
  return createCallbackStarter({
    sipMediaApplicationId,
    fromNumber: smaNumber,
    createCall: ({ ToPhoneNumber, ArgumentsMap }, signal) => {
      const { call } = sandbox;
      call.requests.push({ service: "voice", operation: "CreateSipMediaApplicationCall" });
      return world.network.request({
        sandbox,
        service: "voice",
        signal,
        perform: () =>
          world.telephony.callBack(call, { number: ToPhoneNumber, arguments: ArgumentsMap }),
        faults: {
          killed: "skill-killed",
          lost: "alexa-lost",
          refused: { "alexa-refused": () => new HttpFailure("throttled", { status: 429 }) },
          answerLost: ["alexa-answer-lost", () => new HttpFailure("connection-lost")],
        },
      });
    },
  });
}

function smartPropertiesStarter({ sandbox, send, world }: StarterParts): CallStarter {
  return createSmartPropertiesStarter({
    extension: propertyExtension,
    login,
    send,
    readSecret: (_secretArn, signal) => {
      sandbox.call.requests.push({ service: "secrets", operation: "GetSecretValue" });
      return world.network.request({
        sandbox,
        service: "secrets",
        signal,
        perform: () => loginSecret,
        faults: {
          killed: "skill-killed",
          lost: "secret-lost",
          refused: { "secret-refused": () => new HttpFailure("access-denied") },
        },
      });
    },
  });
}
