import { type Alexa, cardText, type Turn } from "@skill-call/alexa-emulator";
import type { Laptop, NamedFault } from "@skill-call/laptop";
import {
  armOnly,
  faultsOfConversations,
  mobileNumberScope,
  runCall,
  sayingsOf,
  takeTurn,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { transcript } from "@skill-call/terminal";
import { faultList, faultNamed, unknownFault } from "../options/fault.ts";
import { callStory } from "../story/call-story.ts";
import { spokenLine } from "./spoken-line.ts";

const help = [
  "Type what you would say. An empty line or /silence says nothing.",
  "/fault <name> makes something fail from now on; /fault list shows what can, /fault off ends it.",
  "/quit leaves; Ctrl-D does, too.",
];

export interface TalkOptions {
  readonly laptop: Laptop;
  readonly alexa: Alexa;
  readonly output: Output;
  /** The skill may read the caller's number; a failure may take that away for a while. */
  readonly numberGranted: boolean;
}

/** A conversation typed at a terminal, with the calls that come of it. */
export class Talk {
  readonly #laptop: Laptop;
  readonly #alexa: Alexa;
  readonly #output: Output;
  readonly #numberGranted: boolean;

  constructor({ laptop, alexa, output, numberGranted }: TalkOptions) {
    this.#laptop = laptop;
    this.#alexa = alexa;
    this.#output = output;
    this.#numberGranted = numberGranted;
  }

  /** Takes a line as it was typed. */
  async hear(line: string): Promise<"go-on" | "leave"> {
    const spoken = spokenLine(line);
    switch (spoken.kind) {
      case "utterance":
        await this.#take((alexa) => alexa.say(spoken.text));
        break;
      case "silence":
        await this.#take((alexa) => alexa.silence());
        break;
      case "fault":
        this.#fault(spoken.name);
        break;
      case "help":
        this.#output.print(...help);
        break;
      case "unknown":
        this.#output.print(`There is no /${spoken.command}; /help shows what there is.`);
        break;
      case "quit":
        return "leave";
    }
    return "go-on";
  }

  arm(fault: NamedFault): void {
    fault.arm?.(this.#laptop);
    fault.armAlexa?.(this.#alexa);
  }

  async #take(say: (alexa: Alexa) => Promise<Turn>): Promise<void> {
    const since = this.#laptop.story.mark();
    const { turn, call } = await takeTurn(this.#laptop, () => say(this.#alexa));
    this.#show(turn, call !== undefined);
    if (!call) return;
    const report = await runCall(this.#laptop, { call, hangsUp: "callee", since });
    this.#output.print(...callStory(report, this.#output.terminal), "");
  }

  #show(turn: Turn, calls: boolean): void {
    const { print, note, terminal } = this.#output;
    print(...transcript(sayingsOf(turn), terminal));
    for (const card of turn.cards)
      print(terminal.colors.dim(`In the Alexa app: ${cardText(card)}`));
    for (const { problem } of turn.exchanges) {
      if (problem !== undefined) note(`Alexa could not use the skill's answer: ${problem}`);
    }
    if (!turn.sessionOpen && !calls) {
      print(terminal.colors.dim("The session is over; call the skill by its name to begin anew."));
    }
  }

  #fault(name: string): void {
    if (name === "off") {
      this.#faultsOff();
      return;
    }
    const fault = faultNamed(faultsOfConversations, name);
    if (fault) this.arm(fault);
    this.#output.print(...this.#faultReply(name, fault));
  }

  #faultsOff(): void {
    armOnly([], this.#laptop, this.#alexa);
    if (this.#numberGranted) this.#alexa.customer.grant([mobileNumberScope]);
    this.#output.print("From now on nothing fails.");
  }

  #faultReply(name: string, fault: NamedFault | undefined): readonly string[] {
    if (fault) return [`From now on: ${fault.sentence}`];
    if (name !== "list") return [unknownFault(faultsOfConversations, name)];
    return faultList(faultsOfConversations, this.#output.terminal.width);
  }
}
