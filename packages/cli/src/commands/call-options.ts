import { faultsOfCalls, type Locale, locales, smaNumber } from "@skill-call/laptop/choices";
import { collectHeader, phoneNumber } from "@skill-call/terminal";
import { Option } from "commander";
import { type FaultOption, faultCollector } from "../options/fault.ts";
import { collectField, type FieldOption } from "../options/field.ts";
import { formOption } from "../options/form.ts";

/** What `call` can be told. */
export interface CallOptions {
  readonly name: string;
  readonly account?: string;
  readonly reason?: string;
  readonly field?: FieldOption;
  readonly form?: string;
  readonly locale: Locale;
  readonly contextId?: string;
  /** `--no-context`. */
  readonly context: boolean;
  readonly from: string;
  readonly to: string;
  readonly header?: Readonly<Record<string, string>>;
  /** `false` for `--no-skill-client-id`. */
  readonly skillClientId?: string | false;
  readonly callback?: true;
  readonly hangUp: "caller" | "callee";
  readonly fault?: FaultOption;
  readonly lambda?: string;
  readonly routes?: string;
  readonly rejectWithoutContext?: true;
  readonly dataDir?: string;
  readonly json?: true;
}

export function callOptions(): readonly Option[] {
  const option = (flags: string, about: string) => new Option(flags, about);
  return [
    option("--name <name>", "caller's name in a new context").default("Ana"),
    option("--account <id>", "account ID in a new context"),
    option(
      "--reason <id>",
      "reason in a new context, as the call form has it; its first without it",
    ),
    option("--field <name=value>", "another field of the call form, repeatable").argParser(
      collectField,
    ),
    formOption(),
    option("--locale <locale>", "language of the caller").choices(locales).default("en-US"),
    option("--context-id <id>", "carry this context ID instead of a new context's"),
    option("--no-context", "carry no context at all"),
    option("--from <number>", "caller's number").argParser(phoneNumber).default("+12065551111"),
    option("--to <number>", "number that is called").argParser(phoneNumber).default(smaNumber),
    option("--header <header>", 'SIP header "Name: value", repeatable').argParser(collectHeader),
    option("--skill-client-id <id>", "skill that has the call placed; the sample skill without it"),
    option("--no-skill-client-id", "the call comes from a phone, not from a skill"),
    option("--callback", "ring the caller's phone (CreateSipMediaApplicationCall)"),
    option("--hang-up <who>", "who hangs up at the end")
      .choices(["caller", "callee"])
      .default("callee"),
    option("--fault <name>", "make something fail, repeatable; `list` shows what").argParser(
      faultCollector(faultsOfCalls),
    ),
    option("--lambda <file>", "run this built SMA Lambda instead of the repository's"),
    option("--routes <file>", "use this ROUTES document (JSON)"),
    option("--reject-without-context", "WITHOUT_CONTEXT=reject instead of otherwise"),
    option("--data-dir <folder>", "keep call contexts on disk, for --context-id in a later call"),
    option("--json", "print one JSON document instead of the story"),
  ];
}
