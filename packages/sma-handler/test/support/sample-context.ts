import type { CallContext } from "@skill-call/call-context";

export const sampleContext: CallContext = {
  callerName: "Joséphine Tremblay",
  accountId: "ACC-7781-Q",
  accountIdVerified: false,
  reason: { id: "billing", text: "my January invoice" },
  callerNumber: "+12045551111",
  locale: "fr-CA",
  skillId: "amzn1.ask.skill.4a0f",
  callStarter: "skill-call",
};
