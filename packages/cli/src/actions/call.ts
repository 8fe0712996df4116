import type { CallPlan, CallReport, Laptop, LaptopOptions, NamedFault } from "@skill-call/laptop";
import {
  faultsOfCalls,
  placeCall,
  prepareContext,
  readOwnForm,
  readSkillFolder,
  reasonsInRoutes,
  runCall,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { existingFile, jsonFile } from "@skill-call/terminal";
import type { CallOptions } from "../commands/call-options.ts";
import { faultList } from "../options/fault.ts";
import { callStory } from "../story/call-story.ts";
import { isGood } from "../story/outcome-line.ts";
import { withLaptop } from "../with-laptop.ts";
import { type CallBasis, callPlan } from "./call-plan.ts";

export async function call(options: CallOptions, output: Output): Promise<void> {
  const { fault: faults = [] } = options;
  if (faults === "list") return output.print(...faultList(faultsOfCalls, output.terminal.width));
  const laptopOptions = await laptopOptionsOf(options);
  const [today = ""] = new Date().toISOString().split("T");
  const plan = callPlan(options, { ...formOf(laptopOptions), today, faults });
  const report = await withLaptop(laptopOptions, (laptop) => carryOut(laptop, plan, faults));
  const underFault = faults.length > 0;
  if (options.json) output.printJson(report);
  else output.print(...callStory(report, output.terminal, underFault));
  if (!isGood(report, underFault)) process.exitCode = 1;
}

async function carryOut(
  laptop: Laptop,
  plan: CallPlan,
  faults: readonly NamedFault[],
): Promise<CallReport> {
  const carried = await prepareContext(laptop, plan);
  const since = plan.context.kind === "replayed" ? laptop.story.mark() : 0;
  for (const fault of faults) fault.arm?.(laptop);
  const placed = placeCall(laptop, plan, carried);
  return runCall(laptop, { call: placed, hangsUp: plan.hangsUp, since });
}

function formOf({ skillFolder, routes }: LaptopOptions): Pick<CallBasis, "form" | "moreReasons"> {
  return {
    form: skillFolder?.form ?? readOwnForm(),
    moreReasons: routes === undefined ? [] : reasonsInRoutes(routes),
  };
}

async function laptopOptionsOf(options: CallOptions): Promise<LaptopOptions> {
  const { lambda, routes, rejectWithoutContext, dataDir, form } = options;
  return {
    ...(form !== undefined && { skillFolder: readSkillFolder(form) }),
    ...(lambda !== undefined && { smaHandlerFile: existingFile(lambda) }),
    ...(routes !== undefined && { routes: await jsonFile(routes) }),
    ...(rejectWithoutContext && { withoutContext: "reject" }),
    ...(dataDir !== undefined && { dataDir }),
  };
}
