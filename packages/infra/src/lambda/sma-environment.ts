import type { SmaDeployment } from "../deployment/deployment.ts";

/** The variables that the SMA's Lambda is started with. */
export function smaEnvironment(deployment: SmaDeployment): Record<string, string> {
  const { routes, allowedSkillClientIds, callerIdNumber, withoutContext, canary } = deployment;
  return {
    ROUTES: JSON.stringify(routes),
    ALLOWED_SKILL_CLIENT_IDS: allowedSkillClientIds.join(","),
    CALLER_ID_NUMBER: callerIdNumber,
    WITHOUT_CONTEXT: withoutContext,
    ...(canary && { CANARY_NUMBER: canary.fromNumber }),
  };
}
