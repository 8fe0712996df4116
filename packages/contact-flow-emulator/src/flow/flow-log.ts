import type { FlowAction } from "@skill-call/contact-flow";
import type { DeployedFlow } from "../instance/instance.ts";
import type { ActionOutcome } from "./outcome.ts";
import type { Scene } from "./scene.ts";

interface Logged {
  readonly action: FlowAction;
  readonly deployed: DeployedFlow;
  readonly scene: Scene;
  readonly outcome: ActionOutcome;
}

/**
 * Writes a line of the flow log, where the flow has switched it on. Connect names the block by its older type; here it
 * is the action's own.
 */
export function logAction({ action, deployed, scene, outcome }: Logged): void {
  const { contact, instance } = scene;
  if (!contact.flowLogging) return;
  instance.flowLog({
    ContactId: contact.id,
    ContactFlowId: deployed.id,
    ContactFlowName: deployed.name,
    ContactFlowModuleType: action.Type,
    Identifier: action.Identifier,
    Timestamp: new Date(instance.clock.now()).toISOString(),
    Parameters: action.Parameters ?? {},
    ...(outcome.type === "result" && { Results: outcome.value }),
    ...(outcome.type === "error" && { Error: outcome.error }),
  });
}
