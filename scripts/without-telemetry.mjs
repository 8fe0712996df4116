/** An environment in which the tools that we run tell nobody that they ran. */
export function withoutTelemetry(environment) {
  return {
    ...environment,
    // https://consoledonottrack.com; turbo and others.
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    CDK_DISABLE_CLI_TELEMETRY: "true",
    ASK_SHARE_USAGE: "false",
  };
}
