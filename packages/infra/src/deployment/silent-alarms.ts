import type { Deployment } from "./deployment.ts";

const alarmed = ["callContext", "skill", "sma", "contextApi", "connect", "callEvents"] as const;

/** The sections whose stack has alarms and nobody whom they tell: allowed, and seldom meant. */
export function silentAlarms(deployment: Deployment): readonly string[] {
  return alarmed
    .filter((section) => deployment[section] && deployment[section].alarmTopicArn === undefined)
    .map(
      (section) =>
        `${section}.alarmTopicArn: is left out: this stack's alarms tell nobody, and are only seen by who looks`,
    );
}
