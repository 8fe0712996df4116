import type { CallEventsDeployment } from "../deployment/deployment.ts";

/** The variables that the Lambda of call events is started with. */
export function callEventsEnvironment(deployment: CallEventsDeployment): Record<string, string> {
  const { webhook, eventBusArn } = deployment;
  return {
    ...(webhook && { WEBHOOK_URL: webhook.url, WEBHOOK_SECRET_ARN: webhook.secretArn }),
    ...(eventBusArn !== undefined && { EVENT_BUS: eventBusArn }),
  };
}
