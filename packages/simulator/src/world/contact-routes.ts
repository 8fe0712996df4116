import { parseRoutes, servedBy } from "@skill-call/call-routing";
import { destinationKinds } from "@skill-call/connect-handler/parts";
import { branchNumber, receptionNumber } from "./routes.ts";

/** Where the simulated contacts of Amazon Connect go. */
export const instanceArn =
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555";
export const instanceNumber = "+16075550111";
export const functionArn = "arn:aws:lambda:us-east-1:123456789012:function:connect-handler";
export const flowId = "callback";
export const whisperFlowId = "agent-whisper";
const queueArn = (digit: string) =>
  `${instanceArn}/queue/${digit.repeat(8)}-2222-4333-8444-555555555555`;
export const supportQueueArn = queueArn("a");
export const fallbackQueueArn = queueArn("b");

const support = { type: "queue", arn: supportQueueArn };
const branch = { type: "pstn", number: branchNumber };
const reception = { type: "pstn", number: receptionNumber };

export const contactRoutes = parseRoutes(
  JSON.stringify({
    rules: [
      { when: { reason: "billing" }, to: [support] },
      { when: { reason: ["order-status", "sales"] }, to: [branch, reception] },
    ],
    otherwise: [reception, support],
  }),
  servedBy(destinationKinds),
);
