import { describe, expect, jest, test } from "@jest/globals";
import { skillCallPlan } from "../src/laptop/call-plan.ts";
import type { CallReport } from "../src/laptop/call-report.ts";
import { createLaptop } from "../src/laptop/create-laptop.ts";
import { faultsOfCalls } from "../src/laptop/faults/catalogue.ts";
import type { NamedFault } from "../src/laptop/faults/named-fault.ts";
import { placeCall, prepareContext } from "../src/laptop/place-call.ts";
import { runCall } from "../src/laptop/run-call.ts";

jest.setTimeout(120_000);

/** Calls that must not come through, and how they end: everybody else hears something or is connected. */
const endsOtherwise: Readonly<Record<string, CallReport["outcome"]>> = {
  "skill-not-allowed": "refused",
  "skill-forged": "refused",
  "lambda-dead": "refused",
  "caller-hangs-up": "abandoned",
};

const personal = ["Ana", "AB1234", "2065551111"];

async function callUnder(fault: NamedFault) {
  const laptop = await createLaptop();
  try {
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
    const carried = await prepareContext(laptop, plan);
    fault.arm?.(laptop);
    const report = await runCall(laptop, {
      call: placeCall(laptop, plan, carried),
      hangsUp: plan.hangsUp,
      since: laptop.story.mark(),
    });
    return { report, log: laptop.lambdaLog.list().map(({ line }) => line) };
  } finally {
    await laptop.close();
  }
}

describe("with every fault the caller hears something or is connected, and no leg is left up", () => {
  test.concurrent.each(faultsOfCalls.map((fault) => [fault.name, fault] as const))(
    "%s",
    async (name, fault) => {
      const { report, log } = await callUnder(fault);
      const { outcome, legsLeftUp, contextId } = report;
      expect(legsLeftUp).toBe(0);
      if (name in endsOtherwise) expect(outcome).toBe(endsOtherwise[name]);
      else expect(["connected", "announced"]).toContain(outcome);
      for (const secret of [...personal, ...(contextId ? [contextId] : [])]) {
        expect(log.join("\n")).not.toContain(secret);
      }
    },
  );
});
