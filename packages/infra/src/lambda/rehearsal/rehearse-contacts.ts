import { Rehearsal, rehearseWithContexts } from "./rehearsal.ts";
import type { AskingPorts, RehearsalPorts } from "./rehearsal-ports.ts";
import type { WireEvent } from "./rehearsed-call.ts";

/** What the flows read of an answer (packages/connect-handler/flows); a key that is missing is an empty text to them. */
export const readByFlows = [
  "route",
  "number",
  "queueArn",
  "callerId",
  "greeting",
  "screen",
  "apology",
  "whisper",
  "voice",
  "tried",
] as const;

/** An answer that a flow can read. */
type Answer = Readonly<Record<string, string>>;

/** What an answer is expected to be besides that; says what is wrong with it. */
type Expectation = (answer: Answer) => string | undefined;

/**
 * Goes through whole contacts with the new version of the Connect handler, each event as a flow would send it, and
 * answers what is wrong with its answers; nothing where it may take over.
 */
export function rehearseContacts(ports: RehearsalPorts): Promise<readonly string[]> {
  return rehearseWithContexts(ports, async (rehearsal, toAgent, toVoiceMail) => {
    const contacts = new RehearsedContacts(rehearsal);
    await contacts.callback(toAgent);
    await contacts.voiceMail(toVoiceMail);
    await contacts.withoutContext();
  });
}

/** One contact of somebody who dials in, for which no context is needed. */
export async function rehearseOrdinaryContact(ports: AskingPorts): Promise<readonly string[]> {
  const rehearsal = new Rehearsal(ports);
  await new RehearsedContacts(rehearsal).withoutContext();
  return rehearsal.problems;
}

class RehearsedContacts {
  readonly #rehearsal: Rehearsal;

  constructor(rehearsal: Rehearsal) {
    this.#rehearsal = rehearsal;
  }

  async callback(contextId: string): Promise<void> {
    const event = this.#contact({ contextId });
    const what = "a callback";
    await this.#answer(`${what} is answered`, event({ step: "route" }), foundContext, leadsOn);
    await this.#answer(
      `${what} is answered, asked once more`,
      event({ step: "route" }),
      foundContext,
    );
    await this.#answer(
      `${what}: nobody answers`,
      event({ step: "next", tried: "1" }),
      foundContext,
    );
    await this.#answer(`${what}: an agent accepts`, event({ step: "whisper" }), saysWhoCalls);
    await this.#answer(`${what}: nobody is left`, event({ step: "next", tried: "99" }), apologises);
  }

  async voiceMail(contextId: string): Promise<void> {
    const event = this.#contact({ contextId });
    await this.#answer("a voice mail answers", event({ step: "route" }), foundContext, screens);
    await this.#answer("a voice mail presses no key", event({ step: "nobody" }));
  }

  async withoutContext(): Promise<void> {
    const event = this.#contact({});
    await this.#answer("a person dials in", event({ step: "route" }), noContext, leadsOn);
    await this.#answer("what is no event of a contact", { Name: "Rehearsal" }, leadsOn);
  }

  /** Events of one contact, as a block of a flow hands them to its Lambda. */
  #contact(attributes: Readonly<Record<string, string>>) {
    const id = this.#rehearsal.newId();
    const ContactData = {
      Attributes: attributes,
      Channel: "VOICE",
      ContactId: id,
      InitialContactId: id,
      PreviousContactId: id,
      InitiationMethod: "contextId" in attributes ? "API" : "INBOUND",
      // Reserved for fiction (NANP, 555-01xx): nobody has them.
      CustomerEndpoint: { Address: "+12065550100", Type: "TELEPHONE_NUMBER" },
      SystemEndpoint: { Address: "+12065550199", Type: "TELEPHONE_NUMBER" },
      LanguageCode: "en-US",
      Queue: null,
    };
    return (Parameters: Readonly<Record<string, string>>): WireEvent => ({
      Name: "ContactFlowEvent",
      Details: { ContactData, Parameters },
    });
  }

  #answer(what: string, event: WireEvent, ...expectations: readonly Expectation[]): Promise<void> {
    return this.#rehearsal.ask(what, event, (answer) => {
      const unsound = unsoundness(answer);
      return unsound ? [unsound] : expectations.map((expect) => expect(answer as Answer));
    });
  }
}

/** What a flow could not read, by the rules of STRING_MAP: one flat object of texts, and none is empty. */
function unsoundness(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return "it is not an object";
  const values = new Map<string, unknown>(Object.entries(answer));
  const missing = readByFlows.filter((key) => !values.get(key));
  if (missing.length > 0) return `${missing.join(", ")} is empty`;
  const others = [...values].filter(([, value]) => typeof value !== "string");
  return others.length > 0 ? `${others.map(([key]) => key).join(", ")} is not a text` : undefined;
}

function foundContext({ userToUser }: Answer): string | undefined {
  return userToUser === "none" ? "its context was lost" : undefined;
}

function noContext({ userToUser }: Answer): string | undefined {
  return userToUser === "none" ? undefined : "it has a context that it cannot have";
}

function leadsOn({ route, number, queueArn }: Answer): string | undefined {
  if (route === "pstn" && number !== "none") return undefined;
  return route === "queue" && queueArn !== "none" ? undefined : "it leads nowhere";
}

function saysWhoCalls({ whisper }: Answer): string | undefined {
  return whisper === "none" ? "the agent does not hear who calls" : undefined;
}

function screens({ screen }: Answer): string | undefined {
  return screen === "yes" ? undefined : "a voice mail would be put through";
}

function apologises({ route }: Answer): string | undefined {
  return route === "none" ? undefined : "the contact goes on for ever";
}
