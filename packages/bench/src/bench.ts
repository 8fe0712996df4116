// `pnpm bench`: our Lambdas against a bare DynamoDB client that is built the same way, in the same run.
import { parseArgs } from "node:util";
import { startBuiltLambda } from "./built-lambda.ts";
import { type Comparison, sideBySide } from "./side-by-side.ts";
import { newInboundCall, smaEnvironment } from "./sma-call.ts";
import { type StoredContexts, startStoredContexts } from "./stored-contexts.ts";

const usage = `Usage: pnpm bench [options]

Measures the built Lambdas against a bare DynamoDB client, built the same way, in turn.

  --rounds <n>  how often each is measured (default 21)
  --json        print one JSON document
  --help        show this
`;

const bare = "bench";

const skillEnvironment = { CALL_STARTER: "skill-call", SMA_PHONE_NUMBER: "+16073331111" };

async function loads(name: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const lambda = await startBuiltLambda(name, environment);
  await lambda.stop();
  return lambda.loadMs;
}

/** How long the module of a Lambda takes to load in a new process: our share of a cold start. */
function coldStart(name: string, environment: Readonly<Record<string, string>>, rounds: number) {
  return sideBySide({
    what: `load ${name} ÷ load a bare client`,
    rounds,
    ours: () => loads(name, environment),
    peer: () => loads(bare, environment),
  });
}

/** From the invocation with NEW_INBOUND_CALL to its answer, warm, against one update of the same table. */
async function inviteToAnswer(contexts: StoredContexts, rounds: number): Promise<Comparison> {
  const handler = await startBuiltLambda("sma-handler", {
    ...contexts.environment,
    ...smaEnvironment,
  });
  const client = await startBuiltLambda(bare, contexts.environment);
  const answered = async () => {
    const { ms, answer } = await handler.invoke(newInboundCall(await contexts.store()));
    if (!JSON.stringify(answer).includes("CallAndBridge")) throw new Error("no CallAndBridge");
    return ms;
  };
  const updated = async () =>
    (await client.invoke({ contextId: await contexts.store(), transactionId: "t" })).ms;
  for (let warm = 0; warm < 20; warm += 1) await Promise.all([answered(), updated()]);
  try {
    return await sideBySide({
      what: "INVITE to answer ÷ one DynamoDB round trip",
      rounds: rounds * 10,
      ours: answered,
      peer: updated,
    });
  } finally {
    await handler.stop();
    await client.stop();
  }
}

async function bench(rounds: number): Promise<readonly Comparison[]> {
  const contexts = await startStoredContexts();
  const sma = { ...contexts.environment, ...smaEnvironment };
  const skill = { ...contexts.environment, ...skillEnvironment };
  try {
    return [
      await coldStart("sma-handler", sma, rounds),
      await coldStart("skill", skill, rounds),
      await inviteToAnswer(contexts, rounds),
    ];
  } finally {
    await contexts.close();
  }
}

function line({ what, ratio, ours, peer, rounds }: Comparison): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return `${ratio.toFixed(2).padStart(6)} ×  ${what.padEnd(44)} ${ms(ours)} against ${ms(peer)} (medians of ${rounds})`;
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "21" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);

if (values.help) {
  process.stdout.write(usage);
} else if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(`--rounds wants a whole number from 1 on, such as 21\n`);
  process.exitCode = 1;
} else {
  const comparisons = await bench(rounds);
  const text = values.json
    ? JSON.stringify({ comparisons }, undefined, 2)
    : comparisons.map(line).join("\n");
  process.stdout.write(`${text}\n`);
}
