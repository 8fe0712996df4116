import type { EmulatorConfig } from "../config/emulator-config.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";
import type { Emulator } from "../start-emulator.ts";

type Listening = Pick<Emulator, "addresses" | "apis"> & {
  /** Where the call console is, if there is one. */
  readonly consoleUrl?: string;
};

/** Where the emulator listens, and what to call. */
export function banner(listening: Listening, config: EmulatorConfig): readonly string[] {
  const { addresses, apis, consoleUrl } = listening;
  const [first] = addresses;
  const numbers = config.sipRules.filter(({ disabled }) => !disabled);
  return [
    ...addresses.map(({ protocol, host, port }) => `SIP over ${protocol}   ${host}:${port}`),
    `Voice API      ${apis.voice}   (AWS_ENDPOINT_URL_CHIME_SDK_VOICE)`,
    `Meetings API   ${apis.meetings}   (AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS)`,
    ...(apis.functions === undefined
      ? []
      : [`Functions      ${apis.functions}   (AWS_ENDPOINT_URL_LAMBDA)`]),
    ...(apis.dynamodb === undefined
      ? []
      : [`DynamoDB       ${apis.dynamodb}   (AWS_ENDPOINT_URL_DYNAMODB)`]),
    ...numbers.map(
      ({ toPhoneNumber, targets }) =>
        `Call           sip:${toPhoneNumber}@${first?.host}:${first?.port}   → ${targets.map(({ sipMediaApplicationId }) => sipMediaApplicationId).join(", ")}`,
    ),
    consoleUrl === undefined
      ? "No SIP phone?  --console places calls in the browser."
      : `Call console   ${consoleUrl}`,
    "Ctrl-C hangs up every call and ends.",
  ];
}

/** The same for programs: the first line of the event stream. */
export function readyEvent(listening: Listening, at: number): SmaTraceEvent {
  const { addresses, apis, consoleUrl } = listening;
  return {
    at,
    from: "pstn-audio",
    to: "pstn-audio",
    kind: "emulator.ready",
    label: "ready",
    detail: { sip: addresses, apis, ...(consoleUrl !== undefined && { console: consoleUrl }) },
  };
}
