import { type Part, parts } from "@skill-call/doctor/configuration";
import type { Output } from "@skill-call/terminal";
import { Command, Option } from "commander";

const examples = (pnpm: string) => `
Examples:
  $ ${pnpm} run doctor                                          # packages/infra/deployment.json
  $ ${pnpm} run doctor --file prod.json --json                  # another document, for a script
  $ ${pnpm} run doctor --part sma-handler --env-file .env       # one Lambda's variables
  $ ${pnpm} run doctor --live                                   # and what is deployed
  $ ${pnpm} run doctor --part skill                             # the variables of this shell
  $ ${pnpm} run doctor --file packages/infra/deployment.example.json --allow-samples   # is the example whole?

Exits with 0 if nothing is wrong, with 1 if there are mistakes, with 2 if it could not look.`;

export interface DoctorOptions {
  readonly file?: string;
  readonly envFile?: string;
  readonly part?: readonly Part[];
  readonly allowSamples?: true;
  readonly online?: true;
  readonly live?: true;
  readonly json?: true;
}

/** Exit codes, for CI. */
export const mistaken = 1;
export const couldNotLook = 2;

/** @param pnpm as it is typed on this machine */
export function doctorCommand(output: Output, pnpm: string): Command {
  const command = new Command("doctor")
    .description("Say everything that is missing or inconsistent in a deployment's configuration")
    .option("--file <document>", "deployment document, as of packages/infra")
    .addOption(
      new Option("--part <names...>", "Lambdas that are started with one environment")
        .choices(parts)
        .conflicts("file"),
    )
    .addOption(
      new Option("--env-file <file>", "that environment; this shell's without it").conflicts(
        "file",
      ),
    )
    .option("--allow-samples", "let example.com, 555-01xx and the like stand, as in the example")
    .option("--online", "also ask the issuer of the context API's tokens: its name, its keys")
    .addOption(
      new Option(
        "--live",
        "also ask AWS, with this shell's credentials: numbers, versions, table, topics",
      ).conflicts("part"),
    )
    .option("--json", "print one JSON document instead")
    .addHelpText("after", examples(pnpm))
    .showHelpAfterError("(add --help to see what is possible)")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : couldNotLook))
    .action(async () => {
      const { doctor } = await import("../actions/doctor.ts");
      await doctor(command.opts<DoctorOptions>(), output);
    });
  return command;
}
