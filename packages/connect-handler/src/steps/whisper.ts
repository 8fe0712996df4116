import { loadContext } from "../context/load-context.ts";
import { writeStatus } from "../context/write-status.ts";
import { spoken } from "../words/spoken.ts";
import type { Step } from "./step.ts";

/** An agent has accepted the contact, and hears who calls and why before the two are connected. */
export const whisper: Step = async (invocation) => {
  const { event, config, ports } = invocation;
  const loaded = await loadContext(invocation);
  ports.measure({ name: "CallsConnected" });
  await writeStatus("connected", invocation);
  return {
    values: spoken({ event, context: loaded.context, form: config.form }),
    ...("problem" in loaded && { contextProblem: loaded.problem }),
  };
};
