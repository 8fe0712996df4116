import type { Flow } from "@skill-call/contact-flow";
import { agentWhisperFlow } from "./agent-whisper-flow.ts";
import { callbackFlow } from "./callback-flow.ts";

const flows: Readonly<Record<string, Flow>> = {
  callback: callbackFlow,
  "agent-whisper": agentWhisperFlow,
};

/** The flows as they are deployed: each file's path in this package, and its text. */
export const writtenFlows: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(flows).map(
    ([name, flow]) => [`flows/${name}.json`, `${JSON.stringify(flow, undefined, 2)}\n`] as const,
  ),
);
