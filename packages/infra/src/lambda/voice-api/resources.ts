import {
  type ChimeSDKVoiceClient,
  CreateSipMediaApplicationCommand,
  CreateSipRuleCommand,
  DeleteSipMediaApplicationCommand,
  DeleteSipRuleCommand,
  PutSipMediaApplicationAlexaSkillConfigurationCommand,
  PutSipMediaApplicationLoggingConfigurationCommand,
  paginateListSipMediaApplications,
  paginateListSipRules,
  UpdateSipMediaApplicationCommand,
  UpdateSipRuleCommand,
} from "@aws-sdk/client-chime-sdk-voice";
import * as v from "valibot";
import { type CustomResourceRequest, readAs, type VoiceResource } from "./custom-resource.ts";

const text = v.pipe(v.string(), v.nonEmpty());

const applicationShape = v.object({
  Name: text,
  LambdaArn: text,
  AwsRegion: text,
  Tags: v.array(v.object({ Key: text, Value: v.string() })),
});
type ApplicationProperties = v.InferOutput<typeof applicationShape>;

const ruleShape = v.object({
  Name: text,
  PhoneNumber: text,
  /** In order of priority. */
  Targets: v.array(v.object({ SipMediaApplicationId: text, AwsRegion: text })),
});
type RuleProperties = v.InferOutput<typeof ruleShape>;

const ofApplicationShape = v.object({ SipMediaApplicationId: text });
type OfApplication = v.InferOutput<typeof ofApplicationShape>;

const alexaSkillsShape = v.object({
  ...ofApplicationShape.entries,
  /** Login with Amazon client IDs. */
  AlexaSkillIds: v.array(text),
});
type AlexaSkillsProperties = v.InferOutput<typeof alexaSkillsShape>;

/** @throws {UnreadableRequestError} where the properties are not those of their type */
export function voiceResource(
  { ResourceType, ResourceProperties }: CustomResourceRequest,
  client: ChimeSDKVoiceClient,
): VoiceResource {
  switch (ResourceType) {
    case "Custom::SkillCallSipMediaApplication":
      return application(readAs(applicationShape, ResourceProperties), client);
    case "Custom::SkillCallMessageLogs":
      return messageLogs(readAs(ofApplicationShape, ResourceProperties), client);
    case "Custom::SkillCallAlexaSkills":
      return alexaSkills(readAs(alexaSkillsShape, ResourceProperties), client);
    case "Custom::SkillCallSipRule":
      return rule(readAs(ruleShape, ResourceProperties), client);
  }
}

function application(
  { Name, LambdaArn, AwsRegion, Tags }: ApplicationProperties,
  client: ChimeSDKVoiceClient,
): VoiceResource {
  const settings = { Name, Endpoints: [{ LambdaArn }] };
  return {
    find: async (abortSignal) => {
      const pages = paginateListSipMediaApplications({ client }, {}, { abortSignal });
      for await (const { SipMediaApplications = [] } of pages) {
        const found = SipMediaApplications.find(
          (each) => each.Name === Name && each.AwsRegion === AwsRegion,
        );
        if (found) return found.SipMediaApplicationId;
      }
      return undefined;
    },
    create: async (abortSignal) => {
      const command = new CreateSipMediaApplicationCommand({
        AwsRegion,
        ...settings,
        Tags: [...Tags],
      });
      const { SipMediaApplication } = await client.send(command, { abortSignal });
      return drawn(SipMediaApplication?.SipMediaApplicationId);
    },
    update: async (SipMediaApplicationId, abortSignal) => {
      const command = new UpdateSipMediaApplicationCommand({ SipMediaApplicationId, ...settings });
      await client.send(command, { abortSignal });
    },
    remove: async (SipMediaApplicationId, abortSignal) => {
      const command = new DeleteSipMediaApplicationCommand({ SipMediaApplicationId });
      await client.send(command, { abortSignal });
    },
  };
}

/** That an application writes its SIP messages into a log. */
function messageLogs(
  { SipMediaApplicationId }: OfApplication,
  client: ChimeSDKVoiceClient,
): VoiceResource {
  return setting(SipMediaApplicationId, async (isOn, abortSignal) => {
    const command = new PutSipMediaApplicationLoggingConfigurationCommand({
      SipMediaApplicationId,
      SipMediaApplicationLoggingConfiguration: { EnableSipMediaApplicationMessageLogs: isOn },
    });
    await client.send(command, { abortSignal });
  });
}

/** That skills may call an application. */
function alexaSkills(
  { SipMediaApplicationId, AlexaSkillIds }: AlexaSkillsProperties,
  client: ChimeSDKVoiceClient,
): VoiceResource {
  return setting(SipMediaApplicationId, async (isOn, abortSignal) => {
    const command = new PutSipMediaApplicationAlexaSkillConfigurationCommand({
      SipMediaApplicationId,
      SipMediaApplicationAlexaSkillConfiguration: {
        AlexaSkillStatus: isOn ? "ACTIVE" : "INACTIVE",
        AlexaSkillIds: [...AlexaSkillIds],
      },
    });
    await client.send(command, { abortSignal });
  });
}

/** What an application has once, and always: it is switched on and off, under the application's own ID. */
function setting(
  applicationId: string,
  put: (isOn: boolean, signal: AbortSignal) => Promise<void>,
): VoiceResource {
  return {
    // What was not switched on is not switched off: an account that may not have it is refused that, too.
    find: async () => undefined,
    create: async (signal) => {
      await put(true, signal);
      return applicationId;
    },
    update: (_id, signal) => put(true, signal),
    remove: (_id, signal) => put(false, signal),
  };
}

function rule(
  { Name, PhoneNumber, Targets }: RuleProperties,
  client: ChimeSDKVoiceClient,
): VoiceResource {
  const TargetApplications = Targets.map((target, index) => ({ ...target, Priority: index + 1 }));
  return {
    find: async (abortSignal) => {
      for await (const { SipRules = [] } of paginateListSipRules({ client }, {}, { abortSignal })) {
        const found = SipRules.find(
          (each) => each.Name === Name && each.TriggerValue === PhoneNumber,
        );
        if (found) return found.SipRuleId;
      }
      return undefined;
    },
    create: async (abortSignal) => {
      const command = new CreateSipRuleCommand({
        Name,
        TriggerType: "ToPhoneNumber",
        TriggerValue: PhoneNumber,
        TargetApplications,
        Disabled: false,
      });
      const { SipRule } = await client.send(command, { abortSignal });
      return drawn(SipRule?.SipRuleId);
    },
    update: async (SipRuleId, abortSignal) => {
      const command = new UpdateSipRuleCommand({
        SipRuleId,
        Name,
        TargetApplications,
        Disabled: false,
      });
      await client.send(command, { abortSignal });
    },
    // The API deletes only disabled rules.
    remove: async (SipRuleId, abortSignal) => {
      const disabling = new UpdateSipRuleCommand({ SipRuleId, Name, Disabled: true });
      await client.send(disabling, { abortSignal });
      await client.send(new DeleteSipRuleCommand({ SipRuleId }), { abortSignal });
    },
  };
}

function drawn(id: string | undefined): string {
  if (id === undefined) throw new RangeError("The service drew no ID");
  return id;
}
