import { HttpFailure, type SendHttp } from "@skill-call/skill/parts";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { FaultName } from "../chance/faults.ts";
import type { ContactRequest } from "./contact-centre.ts";
import type { RequestFaults } from "./network.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SkillWorld } from "./skill-code.ts";
import { unitProfile } from "./smart-property.ts";

type HttpRequest = Parameters<SendHttp>[0];

/** Alexa's own services and Amazon Connect's, as the skill's HTTP client sees them. */
export function alexaOver(sandbox: Sandbox, world: SkillWorld): SendHttp {
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
  readonly name: "profile" | "login" | "alexa" | "connect" | "directives";
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
    name: "login",
    path: /\/auth\/o2\/token$/,
    status: 200,
    refused: "login-refused",
    faults: { lost: "login-lost" },
    perform: () => ({ access_token: "Atza|of-the-property", expires_in: 3600 }),
  },
  {
    name: "profile",
    path: /\/communications\/profile\?/,
    status: 200,
    refused: "profile-refused",
    faults: { lost: "profile-lost" },
    perform: ({ call }) => unitProfile(call),
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
      const { telephony, property } = world;
      const device = call.kind === "smart-properties" ? property : telephony;
      if (status < 300) device.tellDevice(call, String(started));
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
