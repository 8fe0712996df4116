import { announce } from "../contact/announce.ts";
import type { DisconnectReason } from "../contact/contact.ts";
import type { FlowEnd } from "../flow/outcome.ts";
import { runFlow } from "../flow/run-flow.ts";
import type { Scene } from "../flow/scene.ts";
import { serveInQueue } from "../queues/serve-in-queue.ts";

/** Runs a contact from its flow's first action to its end: the flow, the queue, the agent. */
export async function runContact(flowId: string, scene: Scene): Promise<void> {
  const reason = await reasonOf(await runFlow(flowId, scene), scene);
  endContact(scene.stopped?.aborted ? "API" : reason, scene);
}

async function reasonOf(end: FlowEnd, scene: Scene): Promise<DisconnectReason> {
  const { contact, instance } = scene;
  switch (end.type) {
    case "queued":
      contact.targetQueue = end.queue;
      contact.times.queued = instance.clock.now();
      instance.tell(contact.id, { type: "queued", queue: end.queue.name });
      announce("QUEUED", contact, instance);
      return serveInQueue(end.queue, scene);
    case "customer-hung-up":
      return "CUSTOMER_DISCONNECT";
    case "handed-over":
      return end.by === "customer" ? "CUSTOMER_DISCONNECT" : "THIRD_PARTY_DISCONNECT";
    default:
      return "CONTACT_FLOW_DISCONNECT";
  }
}

/** Hangs up and tells the world. A contact ends once. */
export function endContact(reason: DisconnectReason, { contact, instance, leg }: Scene): void {
  if (contact.over) return;
  contact.disconnectReason = reason;
  contact.times.ended = instance.clock.now();
  leg?.hangUp();
  instance.tell(contact.id, { type: "ended", reason });
  announce("DISCONNECTED", contact, instance);
}
