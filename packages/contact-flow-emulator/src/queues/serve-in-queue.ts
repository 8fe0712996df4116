import { type Clock, waited } from "@skill-call/emulation";
import { announce } from "../contact/announce.ts";
import type { Contact, DisconnectReason, Queue } from "../contact/contact.ts";
import { runFlow } from "../flow/run-flow.ts";
import { type Scene, tell } from "../flow/scene.ts";
import { Leg } from "../lines/leg.ts";
import type { AgentScript } from "./queues.ts";

/** Keeps a contact in its queue until an agent takes it, and with the agent until one of them hangs up. */
export async function serveInQueue(queue: Queue, scene: Scene): Promise<DisconnectReason> {
  const { instance, contact, leg } = scene;
  const stopped = AbortSignal.any([leg?.down, scene.stopped].filter((each) => each !== undefined));
  const agent = await waitForAgent(queue, scene, stopped);
  if (!agent) return "CUSTOMER_DISCONNECT";
  contact.agentName = agent.name;
  tell(scene, { type: "agent", state: "accepted", name: agent.name });
  try {
    await Promise.all([agent.screenPops?.(contact), whisper(scene)]);
    if (stopped.aborted) return "CUSTOMER_DISCONNECT";
    contact.times.agent = instance.clock.now();
    tell(scene, { type: "agent", state: "connected", name: agent.name });
    announce("CONNECTED_TO_AGENT", contact, instance);
    return await talk(agent, scene, stopped);
  } finally {
    instance.queues.release(queue, agent);
  }
}

/** The customer queue flow runs meanwhile, where one is set. */
async function waitForAgent(
  queue: Queue,
  scene: Scene,
  stopped: AbortSignal,
): Promise<AgentScript | undefined> {
  const { instance, contact } = scene;
  const taken = new AbortController();
  const flowId = contact.eventHooks.CustomerQueue;
  const music = flowId
    ? runFlow(flowId, { ...scene, stopped: AbortSignal.any([stopped, taken.signal]) })
    : Promise.resolve();
  const agent = await instance.queues.next(queue, stopped);
  taken.abort();
  await music;
  return agent;
}

/** Agent and customer hear their whispers at the same time, then each other. */
async function whisper(scene: Scene): Promise<void> {
  const { contact, instance } = scene;
  const { AgentWhisper, CustomerWhisper } = contact.eventHooks;
  const agent: Scene = { ...scene, leg: new Leg(instance.clock), hears: "agent" };
  await Promise.all([
    AgentWhisper && runFlow(AgentWhisper, agent),
    CustomerWhisper && runFlow(CustomerWhisper, scene),
  ]);
}

async function talk(
  agent: AgentScript,
  { instance, contact }: Scene,
  stopped: AbortSignal,
): Promise<DisconnectReason> {
  await agentHangsUp(agent, { clock: instance.clock, contact, stopped });
  if (stopped.aborted) return "CUSTOMER_DISCONNECT";
  instance.tell(contact.id, { type: "agent", state: "hung-up", name: agent.name });
  return "AGENT_DISCONNECT";
}

interface Talking {
  readonly clock: Clock;
  readonly contact: Contact;
  readonly stopped: AbortSignal;
}

/** Waits for the agent, or for the customer where the agent does nothing. */
async function agentHangsUp(
  { talks, hangsUpAfterMs }: AgentScript,
  { clock, contact, stopped }: Talking,
): Promise<void> {
  const customerHangsUp = new Promise<void>((resolve) => {
    if (stopped.aborted) resolve();
    stopped.addEventListener("abort", () => resolve(), { once: true });
  });
  if (talks) await Promise.race([talks(contact, stopped), customerHangsUp]);
  else if (hangsUpAfterMs === undefined) await customerHangsUp;
  else await waited({ clock, ms: hangsUpAfterMs, signal: stopped });
}
