import { readCallFormFile } from "@skill-call/call-form/files";
import { CommandError, existingFile, type Output } from "@skill-call/terminal";
import { Command, InvalidArgumentError, Option } from "commander";
import { brokenVariants } from "../broken/broken-variants.ts";
import { type FaultName, faultNames, faults, ratesTimes } from "../chance/faults.ts";
import { printBroken } from "./print-broken.ts";
import { runAndPrint } from "./run-and-print.ts";

interface Options {
  readonly calls: number;
  readonly seed: number;
  readonly seeds: number;
  readonly jobs: number;
  readonly results?: string;
  readonly stories?: string;
  readonly faults?: readonly FaultName[];
  readonly roughness: number;
  readonly only?: number;
  readonly open?: boolean;
  readonly json?: boolean;
  readonly broken?: string | boolean;
  readonly listFaults?: boolean;
  readonly form: string;
}

/** `pnpm simulate`. */
export function simulateCommand(output: Output): Command {
  return new Command("simulate")
    .description(
      "Many calls through the Lambdas' own code, in simulated time, with everything going wrong.",
    )
    .option("--calls <count>", "calls for each seed", wholeNumber, 1000)
    .option("--seed <number>", "the first seed; the same seed is the same story", wholeNumber, 1)
    .option("--seeds <count>", "how many seeds", wholeNumber, 1)
    .option("--jobs <count>", "so many seeds at once, a thread each", atLeastOne, 1)
    .option(
      "--results <file>",
      "keep the result of each seed in this file; seeds whose result is in it are not simulated again",
    )
    .option("--only <call>", "this call alone, by its number", wholeNumber)
    .option(
      "--faults <names>",
      "these faults only, comma-separated; none for none (default: all)",
      faultList,
    )
    .option("--roughness <factor>", "every fault so many times as often", positive, 1)
    .option(
      "--broken [name]",
      "break this part, or one after the other, and count the calls until that is noticed",
    )
    .option("--list-faults", "everything that can go wrong, and how often it does")
    .option(
      "--stories <folder>",
      "write the stories of what is found into this folder, as calls that the call console opens",
    )
    .option("--open", "show these stories in the call console, in the browser, until Ctrl-C")
    .option("--json", "one JSON document on standard output")
    .addOption(
      new Option("--form <file>", "call form of the skill")
        .argParser(existingFile)
        .default("call-form.json"),
    )
    .action(async (options: Options) => {
      if (options.listFaults) return printFaults(output);
      const good = options.broken
        ? await printBroken(
            {
              ...options,
              form: readCallFormFile(options.form),
              variants: variantsNamed(options.broken),
            },
            output,
          )
        : await runAndPrint(
            {
              ...options,
              formFile: options.form,
              rates: ratesTimes(options.roughness, options.faults),
            },
            output,
          );
      if (!good) process.exitCode = 1;
    });
}

function printFaults({ print, terminal }: Output): void {
  const { bold } = terminal.colors;
  for (const name of faultNames) {
    const [rate, is] = faults[name];
    print(`${bold(name.padEnd(24))}${String(rate).padEnd(7)}${is}`);
  }
}

function faultList(text: string): readonly FaultName[] {
  if (text === "none") return [];
  return text.split(",").map((name) => {
    const known = faultNames.find((each) => each === name.trim());
    if (!known) throw new InvalidArgumentError(`There is no fault ${name}; see --list-faults.`);
    return known;
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

function atLeastOne(text: string): number {
  const count = wholeNumber(text);
  if (count < 1) throw new InvalidArgumentError("It must be at least 1.");
  return count;
}

function positive(text: string): number {
  const factor = Number(text);
  if (!(factor > 0)) throw new InvalidArgumentError("It must be a number greater than 0.");
  return factor;
}

function variantsNamed(name: string | boolean): typeof brokenVariants {
  const all = Object.entries(brokenVariants);
  const named = all.filter(([each]) => name === true || each === name);
  if (named.length > 0) return Object.fromEntries(named);
  throw new CommandError(
    `There is no broken part ${name}, but ${all.map(([each]) => each).join(", ")}`,
  );
}
