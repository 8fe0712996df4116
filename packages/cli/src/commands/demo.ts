import type { LaptopCallStarter, LaptopOptions } from "@skill-call/laptop";
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
import { mistakesTold, port, showConsole, versionLine } from "@skill-call/terminal";
import { Command, Option } from "commander";
import type { AsTyped } from "../as-typed.ts";
import { caseNumber } from "../options/case-number.ts";
import { formOption } from "../options/form.ts";
import { starterOption } from "../options/starter.ts";
import { timesSlower } from "../options/times-slower.ts";
import { caseDocument } from "../story/case-document.ts";
import { caseStory, isCaseGood } from "../story/case-story.ts";
import { demoSummary } from "../story/demo-summary.ts";
import { withLaptop } from "../with-laptop.ts";

const examples = ({ command, form }: AsTyped) => `
Examples:
  $ ${command} demo                           # four calls, told as stories
  $ ${command} demo --case 4                  # as a team that starts today has it: Amazon Connect
  $ ${command} demo --case 2 --locale fr-CA   # one of them, in French
  $ ${command} demo --starter callback        # the caller's own phone rings instead
  $ ${command} demo ${form.padEnd(22)}    # another skill, in each of its languages
  $ ${command} demo --open                    # the call console: talk and watch in the browser
  $ ${command} demo --open ${form}   # the same with the other skill
  $ ${command} demo --json                    # what really happened, as one JSON document

Exits with 0 only if every call was connected and no leg was left up.`;

interface DemoOptions {
  readonly case?: CaseNumber;
  readonly locale: Locale;
  readonly starter: LaptopCallStarter;
  readonly form?: string;
  readonly json?: true;
  readonly open?: true;
  readonly port?: number;
}

export function demoCommand(output: Output, typed: AsTyped): Command {
  const command = new Command("demo")
    .description("Four calls, from the first word to the agent")
    .addOption(new Option("--case <number>", "one case only: 1 to 4").argParser(caseNumber))
    .addOption(
      new Option("--locale <locale>", "language of the callers").choices(locales).default("en-US"),
    )
    .addOption(starterOption())
    .addOption(formOption().conflicts(["case", "locale"]))
    .option("--json", "print one JSON document instead of the stories")
    .option("--open", "open the call console in the browser instead, until Ctrl-C")
    .addOption(
      new Option(
        "--port <port>",
        "the call console, on this port; 4700 or the next free one without it",
      )
        .argParser(port)
        .implies({ open: true }),
    )
    .addHelpText("after", examples(typed))
    .action(() => demo(command.opts<DemoOptions>(), output));
  return command;
}

async function demo(options: DemoOptions, output: Output): Promise<void> {
  if (options.open) {
    const { starter: callStarter, form, port } = options;
    const mistakes = mistakesTold(output, () => versionLine(import.meta.url));
    const skillFolder = form === undefined ? undefined : readSkillFolder(form);
    const console = await startLaptopConsole({
      ...timesSlower(process.env),
      ...{ callStarter, skillFolder, port, mistakes },
    });
    return showConsole(console, output);
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

/**
 * The cases of one starter share a laptop. That of Amazon Connect has one of its own, which starts when the first phone rings:
 * most of a call is waiting for people. They are told in their order.
 */
async function runCases(
  { case: only, starter, locale }: DemoOptions,
  onReport: (report: CaseReport) => void,
): Promise<readonly CaseReport[]> {
  const wanted = only === undefined ? caseNumbers : [only];
  const run = async (options: LaptopOptions, { numbers, tell = () => {} }: Cases) => {
    const reports: CaseReport[] = [];
    if (numbers.length === 0) return reports;
    await withLaptop(options, async (laptop) => {
      for (const number of numbers) {
        const report = await runCase(laptop, number, locale);
        tell(report);
        reports.push(report);
      }
    });
    return reports;
  };
  let beside: ReturnType<typeof run> | undefined;
  const runConnects = () => {
    beside ??= run(
      { callStarter: "connect" },
      { numbers: wanted.filter((number) => number === connectCase) },
    );
    // Whatever it fails of is told when it is waited for.
    beside.catch(() => {});
    return beside;
  };
  const others = await run(
    { callStarter: starter, onStep: ({ kind }) => void (kind === "leg.ringing" && runConnects()) },
    { numbers: wanted.filter((number) => number !== connectCase), tell: onReport },
  );
  const connects = await runConnects();
  connects.forEach(onReport);
  return [...others, ...connects];
}

interface Cases {
  readonly numbers: readonly CaseNumber[];
  /** Hears of each at once. */
  readonly tell?: (report: CaseReport) => void;
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
