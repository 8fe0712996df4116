import type { FlowAction } from "@skill-call/contact-flow";
import { actionTable } from "../actions/action-table.ts";
import type { DeployedFlow } from "../instance/instance.ts";
import type { ActionOutcome, FlowEnd } from "./outcome.ts";
import { type Scene, tell } from "./scene.ts";
import { takeBranch } from "./take-branch.ts";

/** A flow that runs in a circle and waits for nothing would never end; a person would have hung up long before. */
const maxActions = 1_000;

/** Runs a flow to its end, and on into the flows that it transfers to. */
export async function runFlow(flowId: string, scene: Scene): Promise<FlowEnd> {
  const visited = { actions: 0 };
  let id = flowId;
  for (;;) {
    const deployed = scene.instance.flow(id);
    if (!deployed) return { type: "lost", why: `there is no flow ${id}` };
    const end = await runOne(deployed, scene, visited);
    if (end.type !== "other-flow") return end.end;
    id = end.flowId;
  }
}

type OneEnd = Extract<ActionOutcome, { readonly type: "end" | "other-flow" }>;

async function runOne(
  deployed: DeployedFlow,
  scene: Scene,
  visited: { actions: number },
): Promise<OneEnd> {
  const { flow } = deployed;
  const actions = new Map<string, FlowAction>(
    flow.Actions.map((action) => [action.Identifier, action]),
  );
  let id: string | undefined = flow.StartAction;
  for (;;) {
    if (isOver(scene)) return over;
    visited.actions += 1;
    if (visited.actions > maxActions) return lost(`more than ${maxActions} actions in one contact`);
    const current = id === undefined ? undefined : actions.get(id);
    if (!current) return lost("the flow has no way on");
    const step = await stepOf(current, { deployed, scene, visited });
    if (step.type !== "branch") return step;
    id = step.target;
  }
}

interface Running {
  readonly deployed: DeployedFlow;
  readonly scene: Scene;
  readonly visited: { actions: number };
}

type Step = OneEnd | { readonly type: "branch"; readonly target: string | undefined };

/** Carries one action out, and says where its outcome leads. */
async function stepOf(current: FlowAction, { deployed, scene, visited }: Running): Promise<Step> {
  const carried = await carryOut(current, deployed, scene);
  const outcome =
    carried.type === "module" ? await runModule(carried.flowId, scene, visited) : carried;
  if (outcome.type === "end" || outcome.type === "other-flow") return outcome;
  const { target, taken } = takeBranch(current, outcome);
  const why = outcome.type === "error" ? { why: outcome.why } : {};
  tell(scene, { type: "branch", action: current.Identifier, taken, ...why });
  return { type: "branch", target };
}

function isOver({ leg, stopped }: Scene): boolean {
  return leg?.down.aborted === true || stopped?.aborted === true;
}

const over: OneEnd = { type: "end", end: { type: "customer-hung-up" } };

function lost(why: string): OneEnd {
  return { type: "end", end: { type: "lost", why } };
}

/** A module that ends gives the flow its result; one that hangs up or queues the contact ends the flow, too. */
async function runModule(
  flowId: string,
  scene: Scene,
  visited: { actions: number },
): Promise<Exclude<ActionOutcome, { readonly type: "module" }>> {
  const deployed = scene.instance.flow(flowId);
  if (!deployed) return { type: "error", error: "NoMatchingError", why: "there is no such module" };
  const one = await runOne(deployed, scene, visited);
  if (one.type !== "end" || one.end.type !== "ended") return one;
  const { result } = one.end;
  return result === undefined ? { type: "next" } : { type: "result", value: result };
}

async function carryOut(
  action: FlowAction,
  deployed: DeployedFlow,
  scene: Scene,
): Promise<ActionOutcome> {
  const { Identifier, Type } = action;
  const parameters = action.Parameters ?? {};
  tell(scene, {
    type: "action",
    flow: deployed.name,
    action: Identifier,
    actionType: Type,
    parameters,
  });
  const entry = actionTable(Type);
  if (entry.emulated === "no")
    tell(scene, { type: "not-emulated", action: Identifier, actionType: Type });
  const outcome = await entry.run({ action: { ...action, Parameters: parameters }, scene });
  logAction({ action, deployed, scene, outcome });
  return outcome;
}

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
function logAction({ action, deployed, scene, outcome }: Logged): void {
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
