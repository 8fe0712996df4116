import type { EmulatorSetup } from "@skill-call/call-console";
import { mostRecords } from "@skill-call/call-console";
import { eventTypes } from "@skill-call/pstn-audio";
import type { EmulatorConfig } from "../config/emulator-config.ts";
import type { SipRule } from "../service/configuration.ts";
import type { Emulator } from "../start-emulator.ts";

const faults: EmulatorSetup["faults"] = [
  { kind: "not-invoked", sentence: "The Lambda is not invoked, as when it is throttled." },
  { kind: "answer-lost", sentence: "The Lambda runs, and its answer is lost." },
  { kind: "duplicate", sentence: "The event comes twice at once; the first answer counts." },
  { kind: "delay", sentence: "The event comes late." },
];

type Listening = Pick<Emulator, "addresses" | "apis">;

export function emulatorSetup(config: EmulatorConfig, listening: Listening): EmulatorSetup {
  return {
    mode: "emulator",
    numbers: config.sipRules
      .filter(({ disabled }) => !disabled)
      .map((rule) => offeredNumber(rule, listening)),
    ownNumbers: config.numbers
      .filter(({ productType }) => productType === "SipMediaApplicationDialIn")
      .map(({ number }) => number),
    applications: config.applications.map(({ id }) => id),
    voiceApi: listening.apis.voice,
    faults,
    events: eventTypes,
    mostCalls: mostRecords,
  };
}

function offeredNumber({ toPhoneNumber, targets }: SipRule, { addresses }: Listening) {
  return {
    number: toPhoneNumber,
    applications: targets
      .toSorted((a, b) => a.priority - b.priority)
      .map(({ sipMediaApplicationId }) => sipMediaApplicationId),
    uris: addresses.map(
      ({ protocol, host, port }) =>
        `sip:${toPhoneNumber}@${host}:${port}${protocol === "TCP" ? ";transport=tcp" : ""}`,
    ),
  };
}
