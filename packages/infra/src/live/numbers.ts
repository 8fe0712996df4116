import {
  type ChimeSDKVoiceClient,
  GetPhoneNumberCommand,
  type PhoneNumber,
  paginateListSipMediaApplications,
  paginateListSipRules,
  type SipMediaApplication,
  type SipRule,
} from "@aws-sdk/client-chime-sdk-voice";
import { maskedNumber } from "@skill-call/terminal";
import type { SmaDeployment } from "../deployment/deployment.ts";
import { applicationName } from "../telephony/application-name.ts";
import { isNotThere, type LiveMistake, type Question, type Questions } from "./answer.ts";

/** What a number has to be for a SIP rule to answer it (API reference, PhoneNumber). */
const dialIn = "SipMediaApplicationDialIn";

/** A number that is being bought or given back is no use yet, or no more. */
const passing = /InProgress|Failed|Queue|Canceled/;

/** Numbers: whether they are the account's, of the right type, and answered by this stage's application. */
export const askOfNumbers: Questions = (deployment, { voice }) => {
  const { sma, skill } = deployment;
  const shown = [
    ...(sma ? [["sma.callerIdNumber", sma.callerIdNumber] as const] : []),
    ...(sma?.canary ? [["sma.canary.fromNumber", sma.canary.fromNumber] as const] : []),
    ...(skill?.callStarter.type === "callback"
      ? [["skill.callStarter.fromNumber", skill.callStarter.fromNumber] as const]
      : []),
  ];
  return [
    ...shown.map(
      ([place, number]): Question => ({
        place,
        ask: async () => belongs(await numberOf(voice, number), { place, number }),
      }),
    ),
    ...(sma?.phoneNumbers ?? []).map(
      (number): Question => ({
        place: "sma.phoneNumbers",
        ask: async () => dialledIn(await numberOf(voice, number), number),
      }),
    ),
    ...(sma && sma.phoneNumbers.length > 0
      ? [{ place: "sma.phoneNumbers", ask: () => rulesOf(voice, { ...deployment, sma }) }]
      : []),
  ];
};

async function numberOf(
  client: ChimeSDKVoiceClient,
  number: string,
): Promise<PhoneNumber | undefined> {
  try {
    const command = new GetPhoneNumberCommand({ PhoneNumberId: number });
    return (await client.send(command)).PhoneNumber;
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

function belongs(
  found: PhoneNumber | undefined,
  { place, number }: { readonly place: string; readonly number: string },
): LiveMistake[] {
  if (!found) return [{ place, problem: `${maskedNumber(number)} is no number of this account` }];
  const { Status = "" } = found;
  return passing.test(Status)
    ? [{ place, problem: `${maskedNumber(number)} is in the state ${Status}` }]
    : [];
}

function dialledIn(found: PhoneNumber | undefined, number: string): LiveMistake[] {
  const place = "sma.phoneNumbers";
  if (found?.ProductType === undefined || found.ProductType === dialIn) {
    return belongs(found, { place, number });
  }
  const problem = `${maskedNumber(number)} has the product type ${found.ProductType}: only ${dialIn} is answered by a SIP rule`;
  return [{ place, problem }];
}

interface Ruled {
  readonly stage: string;
  readonly region: string;
  readonly sma: SmaDeployment;
}

async function rulesOf(
  client: ChimeSDKVoiceClient,
  { stage, region, sma }: Ruled,
): Promise<readonly LiveMistake[]> {
  const rules: SipRule[] = [];
  for await (const page of paginateListSipRules({ client }, {}))
    rules.push(...(page.SipRules ?? []));
  const applications: SipMediaApplication[] = [];
  for await (const page of paginateListSipMediaApplications({ client }, {})) {
    applications.push(...(page.SipMediaApplications ?? []));
  }
  const ours = applications.find(
    ({ Name, AwsRegion }) => Name === applicationName(stage) && AwsRegion === region,
  );
  return sma.phoneNumbers.flatMap((number) => {
    const problem = problemOf(
      rules.find(({ TriggerValue }) => TriggerValue === number),
      { application: ours?.SipMediaApplicationId, region },
    );
    return problem === undefined
      ? []
      : [{ place: "sma.phoneNumbers", problem: `${maskedNumber(number)}: ${problem}` }];
  });
}

function problemOf(
  rule: SipRule | undefined,
  { application, region }: { readonly application: string | undefined; readonly region: string },
): string | undefined {
  if (!rule) return "has no SIP rule; deploy SkillCall-Sma";
  if (rule.Disabled) return "its SIP rule is disabled; `operate enable-rule` enables it";
  const here = rule.TargetApplications?.filter(({ AwsRegion }) => AwsRegion === region) ?? [];
  const leadsToUs = here.some(({ SipMediaApplicationId }) => SipMediaApplicationId === application);
  return leadsToUs ? undefined : "its SIP rule leads to another SIP media application";
}
