import type { SmaDeployment } from "../deployment/deployment.ts";

/** The variables that the SMA's Lambda is started with. */
export function smaEnvironment(deployment: SmaDeployment): Record<string, string> {
  return {
    ROUTES: JSON.stringify(deployment.routes),
    ALLOWED_SKILL_CLIENT_IDS: deployment.allowedSkillClientIds.join(","),
    CALLER_ID_NUMBER: deployment.callerIdNumber,
    WITHOUT_CONTEXT: deployment.withoutContext,
  };
}
