import { writeStatus } from "../context/write-status.ts";
import { spoken } from "../words/spoken.ts";
import type { Step } from "./step.ts";

/** The phone was answered and no key was pressed: the flow hangs up, and the call has failed. */
export const nobody: Step = async (invocation) => {
  const { event, config, ports } = invocation;
  ports.measure({ name: "NobodyAnswered" });
  await writeStatus("failed", invocation);
  return { values: spoken({ event, context: undefined, form: config.form }) };
};
