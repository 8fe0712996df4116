import type { Carrier, VoiceConnectors } from "./line.ts";
import { connectPhone, type Phone } from "./phone.ts";

export interface ScriptedCarrierOptions {
  /** By E.164 number. */
  readonly phones: Readonly<Record<string, Phone>>;
  /** Every other number. */
  readonly otherwise: Phone;
}

/** A telephone network of phones in this process. */
export function createScriptedCarrier({ phones, otherwise }: ScriptedCarrierOptions): Carrier {
  return {
    dial: (request, events) => connectPhone(own(phones, request.to) ?? otherwise, request, events),
  };
}

/** Voice Connectors that lead to contact centres in this process, by ARN. */
export function createScriptedVoiceConnectors(
  contactCentres: Readonly<Record<string, Phone>>,
): VoiceConnectors {
  return {
    dial: (request, events) => {
      const contactCentre = own(contactCentres, request.arn);
      const call = { ...request, to: request.user };
      return contactCentre && connectPhone(contactCentre, call, events);
    },
  };
}

function own(phones: Readonly<Record<string, Phone>>, name: string): Phone | undefined {
  return Object.hasOwn(phones, name) ? phones[name] : undefined;
}
