import type { OutboundCall } from "@skill-call/call-console";
import { NotNowError } from "@skill-call/call-console";
import type { PstnAudio } from "../service/pstn-audio.ts";
import { VoiceApiError } from "../service/voice-api/voice-api-error.ts";

/** What can be done from the console to the calls of an emulator. */
export class EmulatorSession {
  readonly #service: Pick<PstnAudio, "createCall" | "breakOff">;

  constructor(service: Pick<PstnAudio, "createCall" | "breakOff">) {
    this.#service = service;
  }

  /**
   * CreateSipMediaApplicationCall.
   * @throws {NotNowError} when the API would refuse it, in its words
   */
  place({ application, from, to }: OutboundCall): { readonly transactionId: string } {
    try {
      const { transactionId } = this.#service.createCall({
        sipMediaApplicationId: application,
        fromPhoneNumber: from,
        toPhoneNumber: to,
      });
      return { transactionId };
    } catch (error) {
      if (!(error instanceof VoiceApiError)) throw error;
      throw new NotNowError(error.message, { cause: error });
    }
  }

  /** @throws {NotNowError} when the call is over */
  breakOff(transactionId: string): void {
    if (!this.#service.breakOff(transactionId)) throw new NotNowError("The call is over.");
  }
}
