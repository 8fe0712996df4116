import tab from "@bomb.sh/tab/commander";
import { faultsOfCalls, faultsOfConversations } from "@skill-call/laptop/choices";
import type { Command } from "commander";

/** Adds `skill-call completion bash|zsh|fish`. Not in `program`: the library is an ES module, which tests cannot load. */
export function withCompletion(root: Command): Command {
  const { commands } = tab(root, { completionCommandName: "completion" });
  const faults = { call: faultsOfCalls, talk: faultsOfConversations };
  for (const [name, catalogue] of Object.entries(faults)) {
    const option = commands.get(name)?.options.get("fault");
    if (!option) continue;
    option.handler = (complete) => {
      complete("list", "every failure with its sentence");
      for (const fault of catalogue) complete(fault.name, fault.sentence);
    };
  }
  return root;
}
