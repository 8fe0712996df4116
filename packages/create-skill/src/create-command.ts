import { basename, relative, resolve } from "node:path";
import { CommandError, type Output, phoneNumber } from "@skill-call/terminal";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { type Answers, listOf } from "./answers.ts";
import { type Locale, locales } from "./languages/languages.ts";
import { mistakeIn } from "./mistake-in.ts";
import { ask, type Given, withDefaults } from "./questions.ts";
import { type Materials, refuseTakenFolder, writeProject } from "./write-project.ts";

interface CreateOptions {
  readonly company?: string;
  readonly invocationName?: string;
  readonly locales?: Answers["locales"];
  readonly reasonsEn?: readonly string[];
  readonly reasonsEs?: readonly string[];
  readonly reasonsFr?: readonly string[];
  readonly phoneNumber?: string;
  readonly yes?: true;
}

/** Where the command is typed. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

const examples = `
Examples:
  $ npm create @skill-call/skill my-skill
  $ npm create @skill-call/skill my-skill -- --yes --company "Oak Clinic" --locales en-US,fr-CA`;

/** The command \`create-skill\`, which \`npm create @skill-call/skill\` runs. */
export function createCommand(
  output: Output,
  { stdin, stdout }: Surroundings,
  materials: Materials,
): Command {
  const command = new Command("create-skill")
    .description("Begins a repository for an Alexa skill that calls you and says who calls and why")
    .addArgument(new Argument("<folder>", "a new folder, or an empty one"))
    .option("--company <name>", "as it is shown and spoken")
    .option("--invocation-name <words>", "what callers say after “Alexa, open …”")
    .addOption(
      new Option("--locales <list>", `with commas: ${locales.join(", ")}`).argParser(localeList),
    )
    .addOption(reasonsOption("en", "English", "billing, sales"))
    .addOption(reasonsOption("es", "Spanish", "facturación, ventas"))
    .addOption(reasonsOption("fr", "French", "la facturation, les ventes"))
    .addOption(
      new Option("--phone-number <number>", "where the calls go, such as +12065551111").argParser(
        phoneNumber,
      ),
    )
    .option("-y, --yes", "ask nothing: the defaults for what is not given")
    .addHelpText("after", examples)
    .showHelpAfterError("(add --help to see what is possible)")
    .action(async (folder: string) => {
      refuseTakenFolder(resolve(folder));
      const options = command.opts<CreateOptions>();
      const answers = await answersOf(options, { stdin, stdout });
      const mistake = mistakeIn(answers);
      if (mistake !== undefined) throw new CommandError(mistake);
      writeProject(resolve(folder), answers, materials);
      output.print(...whatNext(folder));
    });
  return command;
}

function answersOf(options: CreateOptions, { stdin, stdout }: Surroundings): Promise<Answers> {
  const given = givenIn(options);
  if (options.yes) return Promise.resolve(withDefaults(given));
  if (stdin.isTTY && stdout.isTTY) return ask(given, { input: stdin, output: stdout });
  throw new CommandError(
    "There is no terminal to ask in. --yes takes the defaults, and options say the rest: see --help.",
  );
}

function givenIn(options: CreateOptions): Given {
  const { company, invocationName, locales, phoneNumber } = options;
  const { reasonsEn: en, reasonsEs: es, reasonsFr: fr } = options;
  return {
    ...(company !== undefined && { company }),
    ...(invocationName !== undefined && { invocationName }),
    ...(locales && { locales }),
    ...(phoneNumber !== undefined && { phoneNumber }),
    reasons: { ...(en && { en }), ...(es && { es }), ...(fr && { fr }) },
  };
}

function reasonsOption(language: string, name: string, example: string): Option {
  const option = new Option(
    `--reasons-${language} <list>`,
    `why people call, in ${name}: "${example}"`,
  );
  return option.argParser(listOf);
}

function localeList(text: string): Answers["locales"] {
  const [first, ...others] = listOf(text).map(knownLocale);
  if (first === undefined) throw new InvalidArgumentError(`Name one of ${locales.join(", ")}.`);
  return [first, ...others];
}

function knownLocale(text: string): Locale {
  const locale = locales.find((each) => each.toLowerCase() === text.toLowerCase());
  if (locale) return locale;
  throw new InvalidArgumentError(`${text} is none of ${locales.join(", ")}.`);
}

function whatNext(folder: string): readonly string[] {
  const path = relative(process.cwd(), resolve(folder)) || ".";
  const enter = path === "." ? [] : [`  cd ${path}`];
  return [
    `${basename(resolve(folder))} is there. Now:`,
    "",
    ...enter,
    "  npm install",
    "  npm run demo     # a caller in each language, and the calls, on this machine",
    "  npm run talk     # you are the caller",
    "  npm test",
    "",
    "README.md says what each file holds, and how the skill is deployed.",
  ];
}
