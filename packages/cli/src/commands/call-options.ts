import type { CallContext, NamedFault } from "@skill-call/laptop";
import {
  type CallPlan,
  faultsOfCalls,
  type Locale,
  locales,
  type PlannedContext,
  skillCallPlan,
  smaNumber,
} from "@skill-call/laptop";
import { collectHeader, phoneNumber } from "@skill-call/terminal";
import { Option } from "commander";
import { type FaultOption, faultCollector } from "../options/fault.ts";

/** What `call` can be told. */
export interface CallOptions {
  readonly name: string;
  readonly account?: string;
  readonly reason?: string;
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
    option("--reason <id>", "reason in a new context, such as billing (the default)"),
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

/** The call that the options describe, with what is to go wrong about it. */
export function callPlan(options: CallOptions, faults: readonly NamedFault[]): CallPlan {
  const plan: CallPlan = {
    ...skillCallPlan(contextFrom(options, faults), options.from),
    to: options.to,
    headers: options.header ?? {},
    callback: options.callback ?? false,
    hangsUp: options.hangUp,
    ...carriedContext(options),
    ...(options.skillClientId !== undefined && {
      skillClientId: options.skillClientId || undefined,
    }),
  };
  return faults.reduce((flawed, fault) => fault.plan?.(flawed) ?? flawed, plan);
}

function carriedContext(options: CallOptions): { readonly context: PlannedContext } | undefined {
  if (!options.context) return { context: { kind: "none" } };
  if (options.contextId === undefined) return undefined;
  return { context: { kind: "known", contextId: options.contextId } };
}

function contextFrom(options: CallOptions, faults: readonly NamedFault[]): CallContext {
  const { name, account, locale, from, callback } = options;
  const met = faults.find(({ reason }) => reason !== undefined);
  return {
    callerName: name,
    ...(account !== undefined && { accountId: account }),
    accountIdVerified: false,
    reason: { id: options.reason ?? met?.reason ?? "billing" },
    callerNumber: from,
    locale,
    callStarter: callback ? "callback" : "skill-call",
  };
}
