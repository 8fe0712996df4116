/** What a stage's SIP media application is called, and how the names of its SIP rules begin. */
export function applicationName(stage: string): string {
  return `skill-call-${stage}`;
}
