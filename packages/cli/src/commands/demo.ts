import type { LaptopCallStarter } from "@skill-call/laptop";
import {
  type CaseNumber,
  type CaseReport,
  callerScripts,
  caseNumbers,
  connectCase,
  type Locale,
  locales,
  readSkillFolder,
  runCase,
  runScript,
  startLaptopConsole,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { caseNumber } from "../options/case-number.ts";
import { formOption } from "../options/form.ts";
import { starterOption } from "../options/starter.ts";
import { runConsole } from "../run-console.ts";
import { caseDocument } from "../story/case-document.ts";
import { caseStory, isCaseGood } from "../story/case-story.ts";
import { demoSummary } from "../story/demo-summary.ts";
import { withLaptop } from "../with-laptop.ts";

const examples = `
Examples:
  $ pnpm demo                           # four calls, told as stories
  $ pnpm demo --case 4                  # as a team that starts today has it: Amazon Connect
  $ pnpm demo --case 2 --locale fr-CA   # one of them, in French
  $ pnpm demo --starter callback        # the caller's own phone rings instead
  $ pnpm demo --form examples/clinic    # another skill, in each of its languages
  $ pnpm demo --open                    # the call console: talk and watch in the browser
  $ pnpm demo --json                    # what really happened, as one JSON document

Exits with 0 only if every call was connected and no leg was left up.`;

interface DemoOptions {
  readonly case?: CaseNumber;
  readonly locale: Locale;
  readonly starter: LaptopCallStarter;
  readonly form?: string;
  readonly json?: true;
  readonly open?: true;
}

export function demoCommand(output: Output): Command {
  const command = new Command("demo")
    .description("Four calls, from the first word to the agent")
    .addOption(new Option("--case <number>", "one case only: 1 to 4").argParser(caseNumber))
    .addOption(
      new Option("--locale <locale>", "language of the callers").choices(locales).default("en-US"),
    )
    .addOption(starterOption())
    .addOption(formOption().conflicts(["case", "locale", "open"]))
    .option("--json", "print one JSON document instead of the stories")
    .option("--open", "open the call console in the browser instead, until Ctrl-C")
    .addHelpText("after", examples)
    .action(() => demo(command.opts<DemoOptions>(), output));
  return command;
}

async function demo(options: DemoOptions, output: Output): Promise<void> {
  if (options.open) {
    return runConsole(await startLaptopConsole({ callStarter: options.starter }), output);
  }
  const startedAt = performance.now();
  const onReport = (report: CaseReport) => {
    if (!options.json) output.print(...caseStory(report, output.terminal));
  };
  const reports =
    options.form === undefined
      ? await runCases(options, onReport)
      : await runForm(options.form, options.starter, onReport);
  if (options.json) output.printJson({ cases: reports.map(caseDocument) });
  else output.print(demoSummary(reports, performance.now() - startedAt, output.terminal));
  if (!reports.every(isCaseGood)) process.exitCode = 1;
}

/** The cases of one starter share a laptop; that of Amazon Connect has one of its own. */
async function runCases(
  { case: only, starter, locale }: DemoOptions,
  onReport: (report: CaseReport) => void,
): Promise<readonly CaseReport[]> {
  const numbers = only === undefined ? caseNumbers : [only];
  const reports: CaseReport[] = [];
  const run = async (callStarter: LaptopCallStarter, its: readonly CaseNumber[]) => {
    if (its.length === 0) return;
    await withLaptop({ callStarter }, async (laptop) => {
      for (const number of its) {
        const report = await runCase(laptop, number, locale);
        onReport(report);
        reports.push(report);
      }
    });
  };
  await run(
    starter,
    numbers.filter((number) => number !== connectCase),
  );
  await run(
    "connect",
    numbers.filter((number) => number === connectCase),
  );
  return reports;
}

/** A caller for each locale of a form. */
async function runForm(
  folder: string,
  callStarter: LaptopCallStarter,
  onReport: (report: CaseReport) => void,
): Promise<readonly CaseReport[]> {
  const skillFolder = readSkillFolder(folder);
  const scripts = callerScripts(skillFolder.form, new Date());
  const reports: CaseReport[] = [];
  await withLaptop({ callStarter, skillFolder }, async (laptop) => {
    for (const script of scripts) {
      const report = await runScript(laptop, script);
      onReport(report);
      reports.push(report);
    }
  });
  return reports;
}
