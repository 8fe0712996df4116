import { CommandError, jsonFile, type Output } from "@skill-call/terminal";
import type { ApiFault } from "../api/alexa-faults.ts";
import { alexaApis } from "../api/api-answer.ts";
import type { RawEnvelope } from "../session/skill-line.ts";
import type { Alexa } from "../start-alexa.ts";
import type { Turn } from "../turn.ts";
import { turnLines } from "./turn-lines.ts";
import { typedLine } from "./typed-line.ts";

export const conversationHelp = [
  "Type what you would say: open …, ask … to …. An empty line says nothing.",
  "  /event SkillDisabled [JSON]          something happened to the skill in the Alexa app",
  "  /playback PlaybackFinished           the device tells of what it plays; NextCommandIssued and its like, too",
  "  /touch argument …                    somebody touches the page on the screen (APL UserEvent)",
  "  /request event.json                  send an envelope, or a request alone, as it is written",
  "  /grant scope · /revoke scope         what the customer allows: alexa::profile:email:read",
  "  /fault api 500|no-content|hang|connection-reset   the next request to this API of Alexa's fails",
  "  /attributes                          the session's attributes",
  "  /help · /quit",
];

/** A conversation line by line; whether every answer of the skill could be used. */
export class TypedConversation {
  readonly #alexa: Alexa;
  readonly #output: Output;
  readonly #isJson: boolean;
  #attributes: Turn["attributes"] = {};
  #hasProblem = false;

  constructor(alexa: Alexa, output: Output, { json }: { readonly json: boolean }) {
    this.#alexa = alexa;
    this.#output = output;
    this.#isJson = json;
  }

  /** Some answer of the skill could not be used. */
  get hasProblem(): boolean {
    return this.#hasProblem;
  }

  /** Takes a line as it was typed. */
  async take(line: string): Promise<"go-on" | "leave"> {
    const typed = typedLine(line);
    const alexa = this.#alexa;
    switch (typed.kind) {
      case "utterance":
        this.#show(await alexa.say(typed.text));
        break;
      case "silence":
        this.#show(await alexa.silence());
        break;
      case "event":
        this.#show(await alexa.event(typed.name, typed.body));
        break;
      case "playback":
        this.#show(await alexa.playback(typed.type));
        break;
      case "touch":
        this.#show(await alexa.userEvent({ arguments: typed.args }));
        break;
      case "request":
        await this.#request(typed.file);
        break;
      case "fault":
        this.#output.print(this.#inject(typed.api, typed.fault));
        break;
      case "grant":
      case "revoke":
        alexa.customer[typed.kind]([typed.scope]);
        break;
      case "attributes":
        this.#output.print(JSON.stringify(this.#attributes, undefined, 2));
        break;
      case "help":
        this.#output.print(...conversationHelp);
        break;
      case "mistake":
        this.#output.print(typed.message);
        break;
      case "quit":
        return "leave";
    }
    return "go-on";
  }

  async #request(file: string): Promise<void> {
    const json = await jsonFile(file).catch((error: unknown) => {
      if (error instanceof CommandError) return this.#output.print(error.message);
      throw error;
    });
    if (typeof json !== "object" || json === null) return;
    const envelope = ("request" in json ? json : { request: json }) as RawEnvelope;
    this.#show(await this.#alexa.request(envelope));
  }

  #inject(named: string, fault: string): string {
    const api = alexaApis.find((each) => each === named);
    if (!api) return `There is no API ${named}; there are ${alexaApis.join(", ")}.`;
    const injected = faultNamed(fault);
    if (!injected) return "A fault is a status, no-content, hang or connection-reset.";
    this.#alexa.faults.api.inject(injected, { operation: api, times: 1 });
    return `The next request to ${api}: ${fault}.`;
  }

  #show(turn: Turn): void {
    const { print, terminal } = this.#output;
    this.#attributes = turn.attributes;
    this.#hasProblem ||= turn.exchanges.some(({ problem }) => problem !== undefined);
    if (this.#isJson) print(JSON.stringify(turn));
    else print(...turnLines(turn, terminal), "");
  }
}

function faultNamed(name: string): ApiFault | undefined {
  if (/^[45]\d\d$/.test(name)) return { kind: "error", status: Number(name) };
  if (name === "no-content" || name === "hang" || name === "connection-reset")
    return { kind: name };
  return undefined;
}
