import { createItemStore } from "@skill-call/call-context";
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
  HttpFailure,
  loadPhoneNumbers,
  type SendHttp,
} from "@skill-call/skill/parts";
import { jsonLog } from "@skill-call/telemetry";
import { newIdOf } from "../callers/ids.ts";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { FaultName } from "../chance/faults.ts";
import type { ContactCentre, ContactRequest } from "./contact-centre.ts";
import { instanceArn, instanceNumber } from "./contact-routes.ts";
import { type Doubles, same } from "./doubles.ts";
import { itemsOverNetwork } from "./items-over-network.ts";
import type { RequestFaults } from "./network.ts";
import { rememberingEars } from "./remembering-ears.ts";
import { sipMediaApplicationId, smaNumber, tableName } from "./routes.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Code } from "./simulated-lambda.ts";
import type { Services } from "./sma-handler-code.ts";
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
  readonly form: CallForm;
}

export const starters = ["skill-call", "callback", "connect", "connect-task"] as const;
export type StarterOfSkill = (typeof starters)[number];

/** The skill's own code, as a sandbox starts it. */
export function skillCode(
  starterName: StarterOfSkill,
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

const makeStarter: Readonly<Record<StarterOfSkill, (parts: StarterParts) => CallStarter>> = {
  "skill-call": ({ send }) => createSkillCallStarter({ send, smaPhoneNumber: smaNumber }),
  callback: callbackStarter,
  connect: ({ send }) =>
    createConnectStarter({ api: connectApi(send), sourceNumber: instanceNumber }),
  "connect-task": ({ send }) => createConnectTaskStarter(connectApi(send)),
};

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

type HttpRequest = Parameters<SendHttp>[0];

/** Alexa's own services and Amazon Connect's, as the skill's HTTP client sees them. */
function alexaOver(sandbox: Sandbox, world: SkillWorld): SendHttp {
  return async (request) => {
    const { call } = sandbox;
    const service = servicesOfAlexa.find(({ path }) => path.test(request.url)) ?? unknownService;
    call.requests.push({ service: service.name, operation: request.method });
    const status = call.chance.befalls(service.refused)
      ? call.chance.pick("status", [204, 400, 401, 403, 404, 429, 500, 503])
      : service.status;
    try {
      return await world.network.request({
        sandbox,
        service: service.name,
        signal: request.signal,
        perform: () => answer(status, service.perform({ call, world, status, ...request })),
        faults: { killed: "skill-killed", ...service.faults },
      });
    } catch (error) {
      if (request.signal.aborted) throw new HttpFailure("timeout");
      throw error;
    }
  };
}

interface AlexaRequest extends Pick<HttpRequest, "url" | "body"> {
  readonly call: SimulatedCall;
  readonly world: SkillWorld;
  readonly status: number;
}

interface ServiceOfAlexa {
  readonly name: "profile" | "alexa" | "connect" | "directives";
  readonly path: RegExp;
  readonly status: number;
  readonly refused: FaultName;
  readonly faults: Omit<RequestFaults, "killed">;
  readonly perform: (request: AlexaRequest) => object;
}

const contactPath = /\/contact\/(outbound-voice|task)$/;

const servicesOfAlexa: readonly ServiceOfAlexa[] = [
  {
    name: "profile",
    path: /Profile\.mobileNumber$/,
    status: 200,
    refused: "profile-refused",
    faults: { lost: "profile-lost" },
    perform: ({ call }) => ({ countryCode: "1", phoneNumber: call.person.number.slice(2) }),
  },
  {
    name: "alexa",
    path: /\/communications\/session$/,
    status: 200,
    refused: "alexa-refused",
    faults: {
      lost: "alexa-lost",
      answerLost: ["alexa-answer-lost", () => new HttpFailure("connection-lost")],
    },
    perform: ({ call, world, status, body = "{}" }) => {
      const started = JSON.parse(body).clientContext.clientSessionId;
      if (status < 300) world.telephony.tellDevice(call, String(started));
      return { sessionId: "amzn1.communication.session.1" };
    },
  },
  {
    name: "connect",
    path: contactPath,
    status: 200,
    refused: "connect-refused",
    faults: {
      lost: "connect-lost",
      answerLost: ["connect-answer-lost", () => new HttpFailure("connection-lost")],
    },
    perform: ({ call, world, status, url, body = "{}" }) => {
      const operation = contactPath.exec(url)?.[1] as ContactRequest["operation"];
      if (status < 300) world.contactCentre.start(call, { operation, body });
      return { ContactId: "of-the-contact" };
    },
  },
];

/** What the skill says while it works, and whatever else it asks for: nothing of the call hangs on it. */
const unknownService: ServiceOfAlexa = {
  name: "directives",
  path: /./,
  status: 204,
  refused: "profile-refused",
  faults: { lost: "profile-lost" },
  perform: () => ({}),
};

function answer(status: number, body: object) {
  const text = status === 204 ? "" : JSON.stringify(status === 200 ? body : { message: "no" });
  return { status, headers: { "content-type": "application/json" }, body: text };
}
