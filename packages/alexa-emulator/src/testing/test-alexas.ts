import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import type { AlexaOptions } from "../alexa-options.ts";
import type { AlexaTraceEvent } from "../alexa-trace.ts";
import { type Alexa, startAlexa } from "../start-alexa.ts";
import { type FakePhoneNetwork, fakePhoneNetwork } from "./fake-phone-network.ts";
import { type FakeSkill, fakeSkill, type Respond } from "./fake-skill.ts";
import { pizzaModel } from "./pizza-model.ts";

export interface TestAlexa {
  readonly alexa: Alexa;
  readonly skill: FakeSkill;
  readonly clock: ManualClock;
  readonly network: FakePhoneNetwork;
  /** Everything that was traced. */
  readonly story: readonly Omit<AlexaTraceEvent, "at">[];
}

export const mobileNumber = { countryCode: "+1", phoneNumber: "2045551111" } as const;
export const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";

/** Starts Alexas with fakes around them, and closes them after the test. */
export class TestAlexas {
  readonly #started: Alexa[] = [];

  /** With the pizza skill, unless the options say otherwise. */
  async start(
    respond: Respond,
    options: Partial<AlexaOptions> & { network?: FakePhoneNetwork } = {},
  ): Promise<TestAlexa> {
    const { network = fakePhoneNetwork({ type: "answered" }), ...others } = options;
    const skill = fakeSkill(respond);
    const clock = createManualClock();
    const story: Omit<AlexaTraceEvent, "at">[] = [];
    let ids = 0;
    const alexa = await startAlexa({
      model: pizzaModel(),
      locale: "en-US",
      skill,
      skillClientId,
      skillName: "Anna's Pizza",
      customer: { givenName: "Anna", mobileNumber },
      placeCall: network.placeCall,
      clock,
      trace: (event) => story.push(event),
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      ...others,
    });
    this.#started.push(alexa);
    return { alexa, skill, clock, network, story };
  }

  async close(): Promise<void> {
    for (const alexa of this.#started.splice(0)) await alexa.close();
  }
}
