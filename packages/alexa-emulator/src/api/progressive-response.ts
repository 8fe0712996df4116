import * as v from "valibot";
import { plainSpeech, type Speech, ssmlSpeech } from "../response/speech.ts";
import { readSsml } from "../response/ssml.ts";
import { type ApiAnswer, errorAnswer } from "./api-answer.ts";

/** "Send the User a Progressive Response". */
const maxDirectivesPerRequest = 5;

const schema = v.object({
  header: v.object({ requestId: v.string() }),
  directive: v.object({
    type: v.literal("VoicePlayer.Speak"),
    speech: v.pipe(v.string(), v.minLength(1), v.maxLength(600)),
  }),
});

/** Lets the skill speak while it is still at work on a request. */
export class ProgressiveResponses {
  #requestId: string | undefined;
  #count = 0;
  #say: (speech: Speech) => void = () => {};

  /** A request is on its way to the skill. */
  open(requestId: string, say: (speech: Speech) => void): void {
    this.#requestId = requestId;
    this.#count = 0;
    this.#say = say;
  }

  /** The skill has answered: nothing more can be said before its response. */
  close(): void {
    this.#requestId = undefined;
  }

  /** `POST /v1/directives`. */
  speak(body: unknown): ApiAnswer {
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) return errorAnswer("directives", 400, parsed.issues[0].message);
    const { header, directive } = parsed.output;
    if (header.requestId !== this.#requestId)
      return errorAnswer("directives", 403, "The request has been answered, or is not known.");
    const speech = speechOf(directive.speech);
    if (!speech) return errorAnswer("directives", 400, "The speech is not valid SSML.");
    this.#count += 1;
    if (this.#count > maxDirectivesPerRequest)
      return errorAnswer("directives", 429, "Too many directives for one request.");
    this.#say(speech);
    return { status: 204 };
  }
}

/** Plain text or SSML, as the skill likes. */
function speechOf(content: string): Speech | undefined {
  if (!content.trimStart().startsWith("<")) return plainSpeech("skill", content);
  return readSsml(content).problem === undefined ? ssmlSpeech("skill", content) : undefined;
}
