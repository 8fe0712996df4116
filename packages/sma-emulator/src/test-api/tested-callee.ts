import type { Clock } from "@skill-call/emulation";
import { createScriptedPhones, type Phone, type PhoneCall } from "@skill-call/phones";
import type { AnswerOptions, SmaCallee } from "./sma.ts";
import type { TestTime } from "./test-time.ts";

/** Somebody who is called, as a test wants them to be; answers without being told so. */
export class TestedCallee implements SmaCallee {
  readonly #time: TestTime;
  readonly #phones: ReturnType<typeof createScriptedPhones>;
  #way: Phone;
  #call: PhoneCall | undefined;

  constructor(time: TestTime, clock: Clock = time.clock) {
    this.#time = time;
    this.#phones = createScriptedPhones(clock);
    this.#way = this.#phones.answers();
  }

  /** Their phone. */
  readonly phone: Phone = (call) => {
    this.#call = call;
    this.#way(call);
  };

  answers({ afterMs, hangsUpAfterMs }: AnswerOptions = {}): void {
    this.#way = this.#phones.answers({
      ...(afterMs !== undefined && { afterMs }),
      ...(hangsUpAfterMs !== undefined && { hangsUpAfterMs }),
    });
  }

  busy(): void {
    this.#way = this.#phones.busy();
  }

  declines(): void {
    this.#way = this.#phones.declines();
  }

  doesNotAnswer(): void {
    this.#way = this.#phones.noAnswer();
  }

  outOfReach(): void {
    this.#way = this.#phones.outOfReach();
  }

  async hangUp(): Promise<void> {
    this.#call?.hangUp();
    await this.#time.settled();
  }

  async press(digits: string): Promise<void> {
    this.#call?.press(digits);
    await this.#time.settled();
  }
}
