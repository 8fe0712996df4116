import type { EncryptionDeployment, SkillDeployment } from "../deployment/deployment.ts";

/** The variables that the skill's Lambda is started with. */
export function skillEnvironment(
  deployment: SkillDeployment,
  encryption: EncryptionDeployment | undefined,
): Record<string, string> {
  const { skillId, callStarter, contextTtlSeconds } = deployment;
  return {
    CALL_STARTER: callStarter.type,
    ...starterVariables(callStarter),
    SKILL_ID: skillId,
    CONTEXT_TTL_SECONDS: String(contextTtlSeconds),
    ...(encryption && { CALL_CONTEXT_KEY: encryption.keyArn }),
  };
}

function starterVariables(starter: SkillDeployment["callStarter"]): Record<string, string> {
  switch (starter.type) {
    case "skill-call":
      return { SMA_PHONE_NUMBER: starter.smaPhoneNumber };
    case "callback":
      return {
        SIP_MEDIA_APPLICATION_ID: starter.sipMediaApplicationId,
        CALLBACK_FROM_NUMBER: starter.fromNumber,
      };
    case "connect":
      return {
        ...connectVariables(starter),
        CONNECT_SOURCE_NUMBER: starter.sourceNumber,
        ...(starter.queueId !== undefined && { CONNECT_QUEUE_ID: starter.queueId }),
      };
    case "connect-task":
      return connectVariables(starter);
    case "smart-properties":
      return {
        SMART_PROPERTIES_EXTENSION: starter.extension,
        LWA_CLIENT_ID: starter.clientId,
        LWA_SECRET_ARN: starter.loginSecretArn,
      };
  }
}

/** The instance is asked by its ID; the document names it by its ARN, which the role's rights need. */
function connectVariables({
  instanceArn,
  flowId,
  agentPageUrl,
}: {
  readonly instanceArn: string;
  readonly flowId: string;
  readonly agentPageUrl?: string | undefined;
}): Record<string, string> {
  return {
    CONNECT_INSTANCE_ID: instanceArn.split("/").at(-1) ?? "",
    CONNECT_FLOW_ID: flowId,
    ...(agentPageUrl !== undefined && { AGENT_PAGE_URL: agentPageUrl }),
  };
}
