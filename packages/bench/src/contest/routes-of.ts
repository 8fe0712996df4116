import type { Routes, Rule } from "@skill-call/call-routing";

/** A document of so many rules, as a company with many branches has it; none of them matches a call of the benchmark. */
export function routesOf(count: number): Routes {
  const rules = Array.from(
    { length: count },
    (_, index): Rule => ({
      when: { reason: `reason-${index % 40}`, "context.branch": `branch-${index}` },
      to: [{ type: "pstn", number: `+1204555${String(index % 10_000).padStart(4, "0")}` }],
    }),
  );
  return { rules, otherwise: [voiceConnector] };
}

export const voiceConnector = {
  type: "voice-connector",
  arn: "arn:aws:chime:us-east-1:123456789012:vc/abcdefghijklmnopqrstuv",
  uri: "support",
} as const;
