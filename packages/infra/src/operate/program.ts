import type { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { KMS } from "@aws-sdk/client-kms";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import { createCallerRecords, type KnownOfCaller, kmsDataKeys } from "@skill-call/call-context";
import type { Destination } from "@skill-call/call-routing";
import { CommandError, type Output, phoneNumber } from "@skill-call/terminal";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { soundPartOf } from "../deployment/deployment.ts";
import { DeploymentError } from "../deployment/deployment-error.ts";
import { readDocument } from "../deployment/read-deployment.ts";
import { deleteCaller } from "./delete-caller.ts";
import { typedDestination } from "./destination.ts";
import { type Part, parts } from "./parts.ts";
import { carryOut, type Step } from "./plan.ts";
import { putBack } from "./put-back.ts";
import { restoreTable } from "./restore-table.ts";
import { routeEverything } from "./route-everything.ts";
import { runningLambda, versionsOf } from "./running-lambda.ts";
import { switchSipRules } from "./sip-rules.ts";

/** The AWS SDK's clients of one Region. */
export interface Clients {
  readonly lambda: LambdaClient;
  readonly voice: ChimeSDKVoiceClient;
  readonly dynamoDb: DynamoDBClient;
  readonly kms: KMS;
}

export interface Operating {
  readonly output: Output;
  /** The document that is meant where none is named. */
  readonly document: string;
  clientsIn(region: string): Clients;
}

interface SharedOptions {
  readonly file?: string;
  readonly dryRun?: true;
}

/** The steps of docs/operations.md that are more than a look: one command each. */
export function program({ output, document, clientsIn }: Operating): Command {
  const root = new Command("operate")
    .description("What the runbook (docs/operations.md) asks for, on what is deployed")
    .showHelpAfterError("(add --help to see what is possible)")
    .addHelpText(
      "after",
      "\nCredentials are those of the AWS CLI (AWS_PROFILE, AWS_ACCESS_KEY_ID, …); Region and stage are the document's.\n--dry-run asks AWS what is there, changes nothing, and says what would be done.",
    );

  /** A command on what a deployment document describes. */
  function add(name: string, description: string): Command {
    const command = new Command(name)
      .description(description)
      .option("--file <document>", "deployment document (default: packages/infra/deployment.json)")
      .option("--dry-run", "say what would be done, and do nothing");
    root.addCommand(command.copyInheritedSettings(root));
    return command;
  }

  function deploymentOf({ file = document }: SharedOptions) {
    try {
      const deployment = soundPartOf(readDocument(file));
      if (deployment) return { ...deployment, clients: clientsIn(deployment.region) };
    } catch (error) {
      if (error instanceof DeploymentError) throw new CommandError(error.mistakes.join("; "));
      throw error;
    }
    throw new CommandError(
      `${file}: stage or region do not fit; \`run doctor\` says what is wrong.`,
    );
  }

  const doing = (plan: readonly Step[], { dryRun = false }: { readonly dryRun?: boolean }) =>
    carryOut(plan, { dryRun, output });

  const part = () => new Argument("<part>", "whose Lambda").choices(parts);

  add("versions", "Say which version of a part runs, and which others there are")
    .addArgument(part())
    .action(async (name: Part, options: SharedOptions) => {
      const { stage, clients } = deploymentOf(options);
      const { name: lambda, version } = await runningLambda(clients.lambda, { part: name, stage });
      output.print(lambda);
      for (const { number, byHand } of await versionsOf(clients.lambda, lambda)) {
        output.print(
          `${number === version ? "→" : " "} ${number}${byHand ? " (by route-everything)" : ""}`,
        );
      }
    });

  add("put-back", "Put the version before to work, or another one; all at once")
    .addArgument(part())
    .addOption(
      new Option(
        "--to <version>",
        "this one; `newest` is the newest that was deployed, as the next deployment wants it",
      ).argParser(version),
    )
    .option("--untried", "without a call that nobody makes, which says whether it works")
    .action(async (name: Part, options: SharedOptions & PutBack) => {
      const { stage, clients } = deploymentOf(options);
      const { to, untried = false } = options;
      const plan = await putBack(clients.lambda, { part: name, stage, to, untried });
      await doing(plan, options);
    });

  add("route-everything", "Send every call to one destination, whatever the routes say")
    .addArgument(new Argument("<part>", "whose routes").choices(["sma-handler", "connect-handler"]))
    .addOption(
      new Option(
        "--to <destination>",
        "a phone number, the ARN of a queue, or a destination as in routes, in JSON",
      )
        .argParser(typedDestination)
        .makeOptionMandatory(),
    )
    .option("--newest-code", "take the newest code also where another version runs")
    .action(
      async (name: "sma-handler" | "connect-handler", options: SharedOptions & RouteEverything) => {
        const { stage, clients } = deploymentOf(options);
        const plan = await routeEverything(clients.lambda, {
          part: name,
          stage,
          destination: options.to,
          newestCode: options.newestCode ?? false,
        });
        await doing(plan, options);
        output.print(`Back to the routes: operate put-back ${name} --to newest`);
      },
    );

  for (const [name, disabled] of [
    ["disable-rule", true],
    ["enable-rule", false],
  ] as const) {
    add(
      name,
      `${disabled ? "Stop answering" : "Answer again"} the numbers of the document, by their SIP rules`,
    )
      .addOption(
        new Option("--number <number...>", "these only, E.164").argParser<string[]>(
          (number, others = []) => [...others, phoneNumber(number)],
        ),
      )
      .action(async (options: SharedOptions & { readonly number?: readonly string[] }) => {
        const { sma, clients } = deploymentOf(options);
        const phoneNumbers = options.number ?? sma?.phoneNumbers ?? [];
        if (phoneNumbers.length === 0) {
          throw new CommandError("The document has no sma.phoneNumbers: name one with --number.");
        }
        await doing(await switchSipRules(clients.voice, { phoneNumbers, disabled }), options);
      });
  }

  add("restore-table", "Restore the table of call contexts under another name, ready to be used")
    .requiredOption("--from <table>", "the table that is broken")
    .option("--as <table>", "the table that is made (default: call-contexts-<stage>-restored)")
    .addOption(
      new Option(
        "--to-time <time>",
        "as of then, such as 2026-11-28T14:05:00Z; as of now without it",
      ).argParser(time),
    )
    .action(async (options: SharedOptions & RestoreTable) => {
      const { stage, clients } = deploymentOf(options);
      const { plan, restored } = await restoreTable(clients.dynamoDb, {
        stage,
        from: options.from,
        as: options.as ?? `call-contexts-${stage}-restored`,
        ...(options.toTime && { toTime: options.toTime }),
      });
      await doing(plan, options);
      if (options.dryRun) return;
      output.print("Into the call context stack's document:");
      output.printJson({ callContext: { restoredTable: await restored() } });
    });

  add("delete-caller", "Delete the records of one caller, who asked for that (docs/privacy.md)")
    .option("--number <number>", "the caller's own, E.164", phoneNumber)
    .option("--account <ID>", "their account ID")
    .option("--name <name>", "as they say it; others may have the same: name what else is known")
    .option("--field <field=value...>", "another field of the call form", field)
    .option("--context-id <ID>", "this record alone")
    .option(
      "--table <table>",
      "unless the document names one; its name is in the stage's parameter",
    )
    .option("--for-good", "delete them; without it, only say which would be")
    .action(async (options: SharedOptions & DeleteCaller) => {
      const { table, clients } = deploymentOf(options);
      const tableName = options.table ?? table?.name;
      if (tableName === undefined) {
        throw new CommandError("Name the table with --table: the document has no section table.");
      }
      const dataKeys = kmsDataKeys(clients.kms);
      const records = createCallerRecords({ client: clients.dynamoDb, tableName, dataKeys });
      const { plan, unreadable } = await deleteCaller(records, knownOf(options));
      await doing(plan, { dryRun: options.dryRun ?? !options.forGood });
      if (unreadable.length > 0) throw new CommandError(unreadable.join("\n"));
    });

  return root;
}

interface DeleteCaller {
  readonly number?: string;
  readonly account?: string;
  readonly name?: string;
  readonly field?: KnownOfCaller;
  readonly contextId?: string;
  readonly table?: string;
  readonly forGood?: true;
}

function knownOf({ number, account, name, field, contextId }: DeleteCaller): KnownOfCaller {
  return {
    ...field,
    ...(number !== undefined && { callerNumber: number }),
    ...(account !== undefined && { accountId: account }),
    ...(name !== undefined && { callerName: name }),
    ...(contextId !== undefined && { contextId }),
  };
}

function field(typed: string, others: KnownOfCaller = {}): KnownOfCaller {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(typed) ?? [];
  if (name !== undefined && value !== undefined) return { ...others, [name]: value };
  throw new InvalidArgumentError("Write it as the field, = and its value: memberId=AB1234.");
}

interface PutBack {
  readonly to?: number | "newest";
  readonly untried?: true;
}

interface RouteEverything {
  readonly to: Destination;
  readonly newestCode?: true;
}

interface RestoreTable {
  readonly from: string;
  readonly as?: string;
  readonly toTime?: Date;
}

function version(typed: string): number | "newest" {
  if (typed === "newest") return typed;
  if (/^[1-9]\d*$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError("Write the number of a version, such as 7, or newest.");
}

function time(typed: string): Date {
  const date = new Date(typed);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(typed) && !Number.isNaN(date.getTime())) {
    return date;
  }
  throw new InvalidArgumentError("Write it as 2026-11-28T14:05:00Z.");
}
