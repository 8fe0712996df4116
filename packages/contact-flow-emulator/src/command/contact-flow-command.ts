import { once } from "node:events";
import { basename } from "node:path";
import { checkFlow, type FlowType, flowTypes } from "@skill-call/contact-flow";
import { CommandError, type Output, phoneNumber, port } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { startConnectApi } from "../api/start-connect-api.ts";
import { type OpenConnect, openConnect } from "../config/open-connect.ts";
import {
  type ConnectConfig,
  readConnectConfig,
  substituted,
  textOf,
} from "../config/read-connect-config.ts";
import { EmulatorConfigError } from "../errors.ts";
import type { Notice } from "../flow/notice.ts";
import { createConnect } from "../instance/create-connect.ts";
import { readTestCase } from "../test-case/read-test-case.ts";
import { runTestCase } from "../test-case/run-test-case.ts";
import { noticeLine } from "./notice-line.ts";

const examples = `
A connect.json:
  {
    "instanceArn": "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
    "flows": [{ "id": "main", "file": "./main.json" }],
    "functions": { "arn:aws:lambda:us-east-1:123456789012:function:route": { "file": "./index.mjs" } },
    "phones": { "+12045550111": { "presses": "1", "hangsUpAfterSeconds": 20 } }
  }

Examples:
  $ npx @skill-call/contact-flow-emulator check main.json
  $ npx @skill-call/contact-flow-emulator call --config connect.json --flow main --to +12045550111
  $ npx @skill-call/contact-flow-emulator test --config connect.json --flow main cases/*.json
  $ npx @skill-call/contact-flow-emulator serve --config connect.json --port 4510   # AWS_ENDPOINT_URL_CONNECT=http://127.0.0.1:4510`;

export function contactFlowCommand(output: Output): Command {
  return new Command("contact-flow-emulator")
    .description("Run Amazon Connect contact flows, with your own Lambdas, on this machine")
    .addCommand(checkCommand(output))
    .addCommand(callCommand(output))
    .addCommand(testCommand(output))
    .addCommand(serveCommand(output))
    .addHelpText("after", examples);
}

function checkCommand(output: Output): Command {
  return new Command("check")
    .description("say what Connect would refuse in exported flows")
    .argument("<flow...>", "files of the flow language")
    .addOption(new Option("--type <type>", "what kind of flow it is").choices(flowTypes))
    .action(async (files: readonly string[], { type }: { readonly type?: FlowType }) => {
      const found = await Promise.all(
        files.map(async (file) => ({
          file,
          problems: checkFlow(await textOf(file), type ? { type } : {}),
        })),
      );
      for (const { file, problems } of found) {
        output.print(`${file}: ${problems.length === 0 ? "nothing found" : ""}`.trimEnd());
        for (const { severity, place, message } of problems) {
          output.print(`  ${severity}: ${place} ${message}`);
        }
      }
      const errors = found
        .flatMap(({ problems }) => problems)
        .filter(({ severity }) => severity === "error");
      if (errors.length > 0)
        throw new CommandError(`Connect would refuse ${errors.length} of this`);
    });
}

interface Configured {
  readonly config: string;
}

const configOption = () =>
  new Option("--config <file>", "what the instance has: connect.json").makeOptionMandatory();
const flowOption = () =>
  new Option("--flow <id>", "the flow that the contact starts in").makeOptionMandatory();

interface CallOptions extends Configured {
  readonly flow: string;
  readonly to: string;
  readonly from?: string;
  readonly attribute: Readonly<Record<string, string>>;
}

function callCommand(output: Output): Command {
  return new Command("call")
    .description("ring a phone and run the flow when it is answered")
    .addOption(configOption())
    .addOption(flowOption())
    .addOption(
      new Option("--to <number>", "whom to ring: one of `phones`")
        .argParser(phoneNumber)
        .makeOptionMandatory(),
    )
    .addOption(new Option("--from <number>", "a number of the instance").argParser(phoneNumber))
    .addOption(
      new Option("--attribute <name=value>", "a contact attribute; repeatable")
        .argParser(collectAttribute)
        .default({}),
    )
    .action(async (options: CallOptions) => {
      await withConnect(options, output, async ({ options: settings }, config) => {
        const { contacts, instance } = createConnect(settings);
        if (!instance.flow(options.flow))
          throw new CommandError(`There is no flow ${options.flow}`);
        const from = options.from ?? config.document.phoneNumbers?.[0];
        if (from === undefined) throw new CommandError("Name a number to call from: --from");
        const start = { flowId: options.flow, to: options.to, from };
        await contacts.startOutboundVoice({ ...start, contact: { attributes: options.attribute } })
          .over;
      });
    });
}

function collectAttribute(value: string, all: Readonly<Record<string, string>>) {
  const at = value.indexOf("=");
  if (at < 1) throw new CommandError("An attribute is name=value");
  return { ...all, [value.slice(0, at)]: value.slice(at + 1) };
}

interface TestOptions extends Configured {
  readonly flow: string;
  readonly attribute: Readonly<Record<string, string>>;
}

function testCommand(output: Output): Command {
  return new Command("test")
    .description("run test cases of AWS's Testing language")
    .argument("<case...>", "files of test cases, as CreateTestCase takes them")
    .addOption(configOption())
    .addOption(flowOption())
    .addOption(
      new Option("--attribute <name=value>", "a contact attribute; repeatable")
        .argParser(collectAttribute)
        .default({}),
    )
    .action(async (files: readonly string[], options: TestOptions) => {
      await withConnect(
        options,
        { ...output, print: () => {} },
        async ({ options: connect }, config) => {
          let failures = 0;
          for (const file of files) {
            const content = substituted(await textOf(file), config.document.substitutions);
            const test = readTestCase(basename(file), content);
            const { flow: flowId, attribute: attributes } = options;
            const { status, observed, why } = await runTestCase(test, {
              connect,
              flowId,
              attributes,
            });
            if (status === "FAILED") failures += 1;
            output.print(`${status} ${file}${why === undefined ? "" : `: ${why}`}`);
            output.print(`  ${observed.join(" → ")}`);
          }
          if (failures > 0)
            throw new CommandError(`${failures} of ${files.length} test cases failed`);
        },
      );
    });
}

function serveCommand(output: Output): Command {
  return new Command("serve")
    .description("serve the Connect API for AWS SDKs: AWS_ENDPOINT_URL_CONNECT")
    .addOption(configOption())
    .addOption(new Option("--port <port>", "on this port; a free one without it").argParser(port))
    .action(async (options: Configured & { readonly port?: number }) => {
      await withConnect(options, output, async ({ options: settings }) => {
        const { instance, contacts } = createConnect(settings);
        const listening = options.port !== undefined && { port: options.port };
        const api = await startConnectApi({ instance, contacts, ...listening });
        output.print(`AWS_ENDPOINT_URL_CONNECT=${api.endpoint}`);
        await Promise.race(["SIGINT", "SIGTERM", "SIGPIPE"].map((signal) => once(process, signal)));
        await api.close();
      });
    });
}

/** @throws {CommandError} with every mistake of the configuration, a flow or a test case */
async function withConnect(
  { config: file }: Configured,
  output: Output,
  run: (open: OpenConnect, config: ConnectConfig) => Promise<void>,
): Promise<void> {
  try {
    const config = await readConnectConfig(file);
    const open = openConnect(config, {
      tell: (_, notice: Notice) => {
        const line = noticeLine(notice);
        if (line !== undefined) output.print(line);
      },
      flowLog: (line) => output.print(JSON.stringify(line)),
      lambdaLog: (line) => output.note(line),
    });
    await run(open, config).finally(() => open.close());
  } catch (error) {
    if (error instanceof EmulatorConfigError) {
      throw new CommandError(error.message, { cause: error });
    }
    throw error;
  }
}
