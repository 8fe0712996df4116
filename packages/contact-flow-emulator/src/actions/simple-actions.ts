// Actions that only read or change the contact.
import type { EventHook } from "@skill-call/contact-flow";
import { resolveReference } from "../contact/resolve-reference.ts";
import type { RunAction } from "../flow/action.ts";
import { ended, failed, next } from "../flow/outcome.ts";
import { mapParameter, textParameter } from "../flow/parameters.ts";

/** All attributes of a contact together may have so many bytes. */
const maxAttributeBytes = 32_768;

export const updateFlowLoggingBehavior: RunAction = ({ action, scene }) => {
  scene.contact.flowLogging = action.Parameters.FlowLoggingBehavior === "Enabled";
  return next;
};

export const updateContactAttributes: RunAction = (running) => {
  const { contact } = running.scene;
  const after = { ...contact.attributes, ...mapParameter(running, "Attributes") };
  const bytes = Buffer.byteLength(Object.entries(after).flat().join(""));
  if (bytes > maxAttributeBytes) return failed("the attributes have more than 32,768 bytes");
  Object.assign(contact.attributes, after);
  return next;
};

/** Each is `{ Value: … }`. */
export const updateFlowAttributes: RunAction = (running) => {
  const { FlowAttributes } = running.action.Parameters;
  for (const [name, attribute] of Object.entries(Object(FlowAttributes))) {
    const value = Object(attribute).Value;
    if (typeof value === "string") running.scene.contact.flowAttributes[name] = value;
  }
  return next;
};

export const compare: RunAction = ({ action, scene }) => ({
  type: "result",
  value: resolveReference(String(action.Parameters.ComparisonValue ?? ""), scene.contact),
});

export const updateContactTextToSpeechVoice: RunAction = (running) => {
  const voice = textParameter(running, "TextToSpeechVoice");
  if (voice === "") return failed("there is no voice");
  running.scene.contact.voice = voice;
  return next;
};

export const updateContactTargetQueue: RunAction = (running) => {
  const { instance, contact } = running.scene;
  const queue = instance.queues.find(textParameter(running, "QueueId"));
  if (!queue) return failed("there is no such queue");
  contact.targetQueue = queue;
  return next;
};

export const transferContactToQueue: RunAction = ({ scene }) => {
  const { targetQueue } = scene.contact;
  if (!targetQueue) return failed("no queue is set");
  return scene.instance.queues.isFull(targetQueue)
    ? failed("the queue is full", "QueueAtCapacity")
    : ended({ type: "queued", queue: targetQueue });
};

export const updateContactEventHooks: RunAction = (running) => {
  const { contact, instance } = running.scene;
  const hooks = Object.entries(mapParameter(running, "EventHooks"));
  if (hooks.some(([, flowId]) => !instance.flow(flowId))) return failed("there is no such flow");
  for (const [hook, flowId] of hooks) contact.eventHooks[hook as EventHook] = flowId;
  return next;
};

export const disconnectParticipant: RunAction = () => ended({ type: "disconnected" });

export const endFlowExecution: RunAction = () => ended({ type: "ended" });

export const endFlowModuleExecution: RunAction = (running) => {
  const result = textParameter(running, "Result");
  return ended({ type: "ended", ...(result !== "" && { result }) });
};

export const transferToFlow: RunAction = (running) => {
  const flowId = textParameter(running, "ContactFlowId");
  return running.scene.instance.flow(flowId)
    ? { type: "other-flow", flowId }
    : failed("there is no such flow");
};

export const invokeFlowModule: RunAction = (running) => {
  const flowId = textParameter(running, "FlowModuleId").replace(/:[^:]*$/, "");
  return running.scene.instance.flow(flowId)
    ? { type: "module", flowId }
    : failed("there is no such module");
};

export const loop: RunAction = (running) => {
  const { loops } = running.scene.contact;
  const { Identifier } = running.action;
  const done = loops.get(Identifier) ?? 0;
  if (done >= Number(textParameter(running, "LoopCount"))) {
    loops.delete(Identifier);
    return { type: "result", value: "DoneLooping" };
  }
  loops.set(Identifier, done + 1);
  return { type: "result", value: "ContinueLooping" };
};

export const checkHoursOfOperation: RunAction = (running) => {
  const { instance } = running.scene;
  const id = textParameter(running, "HoursOfOperationId");
  const stand = instance.override?.("CheckHoursOfOperation", { HoursOfOperationId: id });
  const open = instance.hours(stand?.type === "substitute" ? stand.arn : id) === "open";
  return { type: "result", value: open ? "True" : "False" };
};

export const distributeByPercentage: RunAction = ({ scene }) => ({
  type: "result",
  value: String(Math.floor(scene.instance.random() * 100) + 1),
});

export const checkMetricData: RunAction = (running) => {
  const { contact, instance } = running.scene;
  const { targetQueue } = contact;
  if (!targetQueue) return failed("no queue is set");
  const metric = textParameter(running, "MetricType");
  return { type: "result", value: String(instance.queues.metric(targetQueue, metric)) };
};
