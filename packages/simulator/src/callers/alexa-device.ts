import type { CallStarterName } from "@skill-call/call-context";
import { skillClientId } from "../world/routes.ts";
import { type SkillAnswer, starters } from "../world/skill-code.ts";
import type { World } from "../world/world.ts";
import type { Person } from "./person.ts";
import type { SimulatedCall } from "./simulated-call.ts";

const skillId = "amzn1.ask.skill.46e6f593-1f1c-4808-9166-a141624cf145";

interface Heard {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly ends: boolean;
}

/** A caller who says all in one sentence, then yes to what the skill asks, on a device that some requests get lost for. */
export async function sayItAll(call: SimulatedCall, world: World): Promise<void> {
  const session = `amzn1.echo-api.session.${call.index}`;
  const ask = async (request: object, attributes: Heard["attributes"]) => {
    const envelope = envelopeOf({ call, session, request, attributes, at: world.clock.now() });
    return heard(call, await world.skills[starterOf(call)].invoke(call, envelope));
  };
  let at = await ask(callIntent(call.person), {});
  for (let turn = 0; at && !at.ends && turn < mostTurns; turn += 1) {
    const { attributes } = at;
    if (call.chance.befalls("yes-again-later")) {
      world.clock.after(
        call.chance.between("yes again", 20, 9000),
        () => void ask(yes, attributes),
      );
    }
    const answers = [ask(yes, attributes)];
    if (call.chance.befalls("yes-twice")) answers.push(ask(yes, attributes));
    at = await Promise.race(answers);
  }
}

/** One confirmation, and one question where something is in doubt. */
const mostTurns = 3;

function starterOf({ kind }: SimulatedCall): CallStarterName {
  return starters.find((starter) => starter === kind) ?? "skill-call";
}

type InvocationEnd = Awaited<ReturnType<World["skills"]["callback"]["invoke"]>>;

function heard(call: SimulatedCall, end: InvocationEnd): Heard | undefined {
  if (end.type !== "answered") return undefined;
  const { envelope, outcome } = end.payload as SkillAnswer;
  if (outcome !== undefined) call.outcomes.push(outcome);
  const { response, sessionAttributes = {} } = envelope as {
    readonly response: { readonly shouldEndSession?: boolean };
    readonly sessionAttributes?: Heard["attributes"];
  };
  return { attributes: sessionAttributes, ends: response.shouldEndSession === true };
}

const yes = {
  type: "IntentRequest",
  intent: { name: "AMAZON.YesIntent", confirmationStatus: "NONE", slots: {} },
};

function callIntent({ name, accountId, reasonId, reasonWords }: Person) {
  const matched = reasonId !== "other";
  const words = matched ? reasonId.replaceAll("-", " ") : reasonWords;
  return {
    type: "IntentRequest",
    dialogState: "STARTED",
    intent: {
      name: "CallIntent",
      confirmationStatus: "NONE",
      slots: {
        callerName: slot("callerName", name),
        accountId: slot("accountId", [...accountId].join(" ")),
        reason: {
          ...slot("reason", words),
          resolutions: {
            resolutionsPerAuthority: [
              {
                authority: "amzn1.er-authority.CallReason",
                status: { code: matched ? "ER_SUCCESS_MATCH" : "ER_SUCCESS_NO_MATCH" },
                values: matched ? [{ value: { name: words, id: reasonId } }] : [],
              },
            ],
          },
        },
      },
    },
  };
}

function slot(name: string, value: string) {
  return { name, value, confirmationStatus: "NONE", source: "USER" };
}

interface EnvelopeFacts {
  readonly call: SimulatedCall;
  readonly session: string;
  readonly request: object;
  readonly attributes: Heard["attributes"];
  readonly at: number;
}

function envelopeOf({ call, session, request, attributes, at }: EnvelopeFacts) {
  const application = { applicationId: skillId };
  const user = { userId: `amzn1.ask.account.${call.index}` };
  return {
    version: "1.0",
    session: { new: false, sessionId: session, application, user, attributes },
    context: {
      System: {
        application,
        user,
        ...(call.kind === "smart-properties" && {
          unit: { unitId: "amzn1.ask.unit.1", persistentUnitId: `amzn1.alexa.unit.${call.index}` },
        }),
        device: { deviceId: `amzn1.ask.device.${call.index}`, supportedInterfaces: {} },
        apiEndpoint: "https://api.amazonalexa.com",
        apiAccessToken: `${skillClientId}-${call.index}`,
      },
    },
    request: {
      ...request,
      requestId: `amzn1.echo-api.request.${call.index}`,
      timestamp: new Date(at).toISOString(),
      locale: call.person.locale,
    },
  };
}
