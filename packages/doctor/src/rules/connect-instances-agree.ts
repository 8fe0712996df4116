import type { Rule } from "../mistake.ts";

/** The ways to start a call that start it in an instance of Amazon Connect. */
const inConnect = ["connect", "connect-task"];

/** The skill starts its calls in the instance whose queues the flow's Lambda sends them to. */
export const connectInstancesAgree: Rule = function* ({ environments }) {
  const { CALL_STARTER = "", CONNECT_INSTANCE_ID } = environments.skill ?? {};
  const { CONNECT_FALLBACK_QUEUE_ARN = "" } = environments["connect-handler"] ?? {};
  const [, instanceId] = /:instance\/([^/]+)\/queue\//.exec(CONNECT_FALLBACK_QUEUE_ARN) ?? [];
  if (!inConnect.includes(CALL_STARTER) || !CONNECT_INSTANCE_ID || instanceId === undefined) return;
  if (CONNECT_INSTANCE_ID === instanceId) return;
  yield {
    part: "skill",
    place: "CONNECT_INSTANCE_ID",
    problem:
      "is another instance of Amazon Connect than that of CONNECT_FALLBACK_QUEUE_ARN: no call can wait in a queue of another instance",
  };
};
