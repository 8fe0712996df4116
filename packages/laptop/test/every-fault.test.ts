import { beforeAll, describe, expect, test } from "@jest/globals";
import { skillCallPlan } from "../src/calls/call-plan.ts";
import type { CallOutcome, CallReport } from "../src/calls/call-report.ts";
import { placeCall, prepareContext } from "../src/calls/place-call.ts";
import { runCall } from "../src/calls/run-call.ts";
import { createLaptop } from "../src/create-laptop.ts";
import { faultsOfCalls } from "../src/faults/catalogue.ts";
import type { NamedFault } from "../src/faults/named-fault.ts";
import type { Laptop } from "../src/laptop.ts";

/** Calls whose end is certain, whatever the Lambda does; everybody else hears something or is connected. */
const certainEnds: Readonly<Record<string, CallOutcome>> = {
  "skill-not-allowed": "refused",
  "skill-forged": "refused",
  "lambda-dead": "refused",
  "caller-hangs-up": "abandoned",
  "everybody-busy": "announced",
  "callee-busy": "connected",
};

/** So that no answer is late on a busy machine; what hangs takes so much longer. */
const timesSlower = 5;

const personal = ["Ana", "AB1234", "2065551111"];

/** Faults wait more than they work: so many laptops at a time keep two processors busy. */
const laptopsAtOnce = 4;

const nothingWrong: NamedFault = { name: "nothing-wrong", sentence: "Nothing goes wrong." };

interface CallUnderFault {
  readonly report: CallReport;
  readonly log: string;
}

async function callUnder(fault: NamedFault, laptop: Laptop): Promise<CallUnderFault> {
  const context = {
    callerName: "Ana",
    accountId: "AB1234",
    accountIdVerified: false,
    reason: { id: fault.reason ?? "billing" },
    callerNumber: "+12065551111",
    locale: "en-US",
    callStarter: "skill-call",
  } as const;
  const unflawed = skillCallPlan(context, "+12065551111");
  const plan = fault.plan?.(unflawed) ?? unflawed;
  const written = laptop.lambdaLog.mark();
  const carried = await prepareContext(laptop, plan);
  fault.arm?.(laptop);
  const report = await runCall(laptop, {
    call: placeCall(laptop, plan, carried),
    hangsUp: plan.hangsUp,
    since: laptop.story.mark(),
  });
  for (const faults of Object.values(laptop.faults)) faults.clear();
  const lines = laptop.lambdaLog.list(written).map(({ line }) => line);
  return { report, log: lines.join("\n") };
}

/** A laptop whose Lambda is warm: on a busy machine a cold start would be a fault of its own. */
async function warmLaptop(): Promise<Laptop> {
  const laptop = await createLaptop({ timesSlower });
  await callUnder(nothingWrong, laptop);
  return laptop;
}

describe("with every fault the caller hears something or is connected, and no leg is left up", () => {
  const calls = new Map<string, CallUnderFault>();

  beforeAll(async () => {
    const laptops: Laptop[] = [];
    while (laptops.length < laptopsAtOnce) laptops.push(await warmLaptop());
    const waiting = [...faultsOfCalls];
    await Promise.all(
      laptops.map(async (laptop) => {
        try {
          for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
            calls.set(fault.name, await callUnder(fault, laptop));
          }
        } finally {
          await laptop.close();
        }
      }),
    );
  });

  test.each(faultsOfCalls.map(({ name }) => [name]))("%s", (name) => {
    const call = calls.get(name);
    if (!call) throw new Error(`The call under ${name} did not end`);
    const { outcome, legsLeftUp, contextId } = call.report;
    expect(legsLeftUp).toBe(0);
    if (name in certainEnds) expect(outcome).toBe(certainEnds[name]);
    else expect(["connected", "announced"]).toContain(outcome);
    for (const secret of [...personal, ...(contextId ? [contextId] : [])]) {
      expect(call.log).not.toContain(secret);
    }
  });
});
