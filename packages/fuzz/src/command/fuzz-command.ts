import { join } from "node:path";
import { CommandError, existingFile, type Output } from "@skill-call/terminal";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { corpusFolder, type Finding, readInput } from "../run/corpus.ts";
import { CoveredCode } from "../run/covered-code.ts";
import { fuzz } from "../run/fuzz.ts";
import { feedLongInputs } from "../run/growth.ts";
import { problemWith } from "../run/problem.ts";
import type { Target } from "../targets/target.ts";
import { type TargetName, targetNames, targets } from "../targets/targets.ts";

interface Options {
  readonly inputs: number;
  readonly seed: number;
  readonly resume?: boolean;
  readonly corpus: string;
  readonly replay?: string;
  readonly long: boolean;
  readonly form: string;
}

/** `pnpm fuzz`. */
export function fuzzCommand(output: Output): Command {
  return new Command("fuzz")
    .description("Hostile input for everything here that reads what others send.")
    .addArgument(
      new Argument(
        "[target]",
        "what reads; all of them, one after the other, where it is left out",
      ).choices(targetNames),
    )
    .option("--inputs <count>", "inputs for each target", wholeNumber, 10_000)
    .option("--seed <number>", "the same seed over the same corpus is the same run", wholeNumber, 1)
    .option("--resume", "go on where the last run stopped, with its seed and what it kept")
    .option("--no-long", "leave out the long inputs, which come first")
    .option("--corpus <folder>", "where inputs are kept that reach new code, and findings", ".fuzz")
    .addOption(
      new Option("--replay <file>", "feed one input again, from inputs/ or findings/").argParser(
        existingFile,
      ),
    )
    .addOption(
      new Option("--form <file>", "call form").argParser(existingFile).default("call-form.json"),
    )
    .addHelpText("after", `\nTargets:\n${targetNames.map((name) => `  ${name}`).join("\n")}`)
    .action(async (name: TargetName | undefined, options: Options) => {
      const names = name ? [name] : targetNames;
      if (options.replay !== undefined) return replay(name, options.replay, { options, output });
      let good = true;
      for (const each of names) good = (await runTarget(each, options, output)) && good;
      if (!good) process.exitCode = 1;
    });
}

async function replay(
  name: TargetName | undefined,
  file: string,
  { options, output }: { readonly options: Options; readonly output: Output },
): Promise<void> {
  if (!name)
    throw new CommandError("Say which target the input is for: pnpm fuzz <target> --replay <file>");
  const found = await problemWith(targets[name](options.form), readInput(file));
  output.print(found?.problem ?? "It is read as it must be.");
  if (found) process.exitCode = 1;
}

/** Milliseconds of real time between two words on how far it is. */
const progressMs = 5000;

async function runTarget(name: TargetName, options: Options, output: Output): Promise<boolean> {
  const { print, note, terminal } = output;
  const { green, red, bold } = terminal.colors;
  const target: Target = targets[name](options.form);
  const folder = join(options.corpus, name);
  const corpus = corpusFolder(folder, { again: !options.resume });
  const { seed, inputs: after } = corpus.progress ?? { seed: options.seed, inputs: 0 };
  const cpu = process.cpuUsage();
  const told = everyFewSeconds(note);
  const isFirst = after === 0 && options.long;
  const long = isFirst
    ? await feedLongInputs(target, {
        onFed: (done, all) => told(`${name}: ${done} of ${all} long inputs`),
      })
    : [];
  for (const finding of long) corpus.report(finding);
  const covered = new CoveredCode((url) => url.endsWith("/fuzz.mjs"));
  const found = await fuzz({
    ...{ target, seed, inputs: options.inputs, after, corpus, covered },
    onProgress: (done) =>
      told(`${name}: ${done} of ${options.inputs} inputs, ${corpus.inputs.length} kept`),
  });
  covered.close();
  const { user, system } = process.cpuUsage(cpu);
  const findings: readonly Finding[] = [...long, ...found];
  const mark = findings.length === 0 ? green("✔") : red("✘");
  const took = `${Math.round((user + system) / 1e6)} s of a processor`;
  const what = `${Math.max(options.inputs, after)} inputs of seed ${seed}, ${corpus.inputs.length} kept in ${folder}`;
  print(`${mark} ${bold(name)}: ${findings.length} findings; ${what}; ${took}`);
  for (const { input, problem } of findings)
    print(`  ${problem}`, `    ${JSON.stringify(input).slice(0, 400)}`);
  return findings.length === 0;
}

function everyFewSeconds(note: Output["note"]): (line: string) => void {
  let toldAt = performance.now();
  return (line) => {
    if (performance.now() - toldAt < progressMs) return;
    toldAt = performance.now();
    note(line);
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
