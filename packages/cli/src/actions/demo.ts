import type { CaseNumber, CaseReport, LaptopCallStarter, LaptopOptions } from "@skill-call/laptop";
import {
  callerScripts,
  caseNumbers,
  connectCase,
  readSkillFolder,
  runCase,
  runScript,
  startLaptopConsole,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { mistakesTold, showConsole, versionLine } from "@skill-call/terminal";
import type { DemoOptions } from "../commands/demo.ts";
import { timesSlower } from "../options/times-slower.ts";
import { caseDocument } from "../story/case-document.ts";
import { caseStory, isCaseGood } from "../story/case-story.ts";
import { demoSummary } from "../story/demo-summary.ts";
import { withLaptop } from "../with-laptop.ts";

export async function demo(options: DemoOptions, output: Output): Promise<void> {
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
