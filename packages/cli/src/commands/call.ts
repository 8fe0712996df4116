import type { CallReport, Laptop, LaptopOptions, NamedFault } from "@skill-call/laptop";
import { faultsOfCalls, placeCall, prepareContext, runCall } from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { existingFile, jsonFile } from "@skill-call/terminal";
import { Command } from "commander";
import { faultList } from "../options/fault.ts";
import { callStory } from "../story/call-story.ts";
import { isGood } from "../story/outcome-line.ts";
import { withLaptop } from "../with-laptop.ts";
import { type CallOptions, callOptions, callPlan } from "./call-options.ts";

const examples = `
Examples:
  $ pnpm call --reason technical-support         # into a meeting
  $ pnpm call --fault callee-busy                # the next destination is tried
  $ pnpm call --fault list                       # everything that can be made to fail
  $ pnpm call --no-context --header "X-Foo: bar" # what a stranger's call looks like
  $ pnpm call --lambda dist/index.mjs --json     # your own SMA Lambda, for a script`;

export function callCommand(output: Output): Command {
  const command = new Command("call")
    .description("Place a call straight at the SIP media application")
    .addHelpText("after", examples)
    .action(() => call(command.opts<CallOptions>(), output));
  for (const option of callOptions()) command.addOption(option);
  return command;
}

async function call(options: CallOptions, output: Output): Promise<void> {
  const { fault: faults = [] } = options;
  if (faults === "list") return output.print(...faultList(faultsOfCalls, output.terminal.width));
  const report = await withLaptop(await laptopOptions(options), (laptop) =>
    carryOut(laptop, options, faults),
  );
  if (options.json) output.printJson(report);
  else output.print(...callStory(report, output.terminal));
  if (!isGood(report)) process.exitCode = 1;
}

async function carryOut(
  laptop: Laptop,
  options: CallOptions,
  faults: readonly NamedFault[],
): Promise<CallReport> {
  const plan = callPlan(options, faults);
  const carried = await prepareContext(laptop, plan);
  const since = plan.context.kind === "replayed" ? laptop.story.mark() : 0;
  for (const fault of faults) fault.arm?.(laptop);
  const placed = placeCall(laptop, plan, carried);
  return runCall(laptop, { call: placed, hangsUp: plan.hangsUp, since });
}

async function laptopOptions(options: CallOptions): Promise<LaptopOptions> {
  const { lambda, routes, rejectWithoutContext, dataDir } = options;
  return {
    ...(lambda !== undefined && { smaHandlerFile: existingFile(lambda) }),
    ...(routes !== undefined && { routes: await jsonFile(routes) }),
    ...(rejectWithoutContext && { withoutContext: "reject" }),
    ...(dataDir !== undefined && { dataDir }),
  };
}
