import type { CallContext } from "@skill-call/call-context";

export const sampleContext: CallContext & { readonly queue: string } = {
  callerName: "Joséphine Tremblay",
  accountId: "ACC-7781-Q",
  accountIdVerified: false,
  reason: { id: "technical-support", text: "my January invoice" },
  callerNumber: "+12045551111",
  locale: "fr-CA",
  skillId: "amzn1.ask.skill.4a0f",
  callStarter: "skill-call",
  queue: "gold",
};

/** What no log and no refusal may hold. */
export const secrets = ["Joséphine", "7781", "2045551111", "invoice"];
