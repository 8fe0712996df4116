import type { ConnectDeployment } from "../deployment/deployment.ts";

/** The variables that the Lambda of the contact flows is started with. */
export function connectEnvironment(deployment: ConnectDeployment): Record<string, string> {
  return {
    ROUTES: JSON.stringify(deployment.routes),
    CONNECT_FALLBACK_QUEUE_ARN: deployment.fallbackQueueArn,
  };
}
