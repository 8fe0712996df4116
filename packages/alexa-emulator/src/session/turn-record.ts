import { hasMatch } from "../nlu/entity-resolution.ts";
import type { Understanding } from "../nlu/nlu.ts";
import type { SlotWords } from "../nlu/slot-words.ts";
import type { SkillResponse } from "../response/read-response.ts";
import type { Card, RawDirective } from "../response/response-schema.ts";
import type { Speech } from "../response/speech.ts";
import type {
  SessionEnded,
  SkillExchange,
  StartedCall,
  Turn,
  UnderstoodIntent,
  UnderstoodSlot,
} from "../turn.ts";

/** The session when the turn is over. */
interface SessionState {
  readonly isOpen: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Writes down a turn while it happens. */
export class TurnRecord {
  readonly #heard: string;
  readonly #onSpeech: (speech: Speech) => void;
  readonly #said: Speech[] = [];
  readonly #cards: Card[] = [];
  readonly #directives: RawDirective[] = [];
  readonly #exchanges: SkillExchange[] = [];
  readonly #calls: StartedCall[] = [];
  #understood: UnderstoodIntent | undefined;
  #sessionEnded: SessionEnded | undefined;
  #canFulfill: SkillResponse["canFulfillIntent"];

  /** `onSpeech` hears everything that is said, when it is said. */
  constructor(heard: string, onSpeech: (speech: Speech) => void) {
    this.#heard = heard;
    this.#onSpeech = onSpeech;
  }

  understand({ intent, slots }: Understanding): void {
    const entries = Object.entries(slots).map(([name, words]) => [name, understoodSlot(words)]);
    this.#understood = { name: intent, slots: Object.fromEntries(entries) };
  }

  say(speech: Speech): void {
    this.#said.push(speech);
    this.#onSpeech(speech);
  }

  show(card: Card): void {
    this.#cards.push(card);
  }

  /** What a response holds besides its words and its card. */
  keep({ directives, canFulfillIntent }: SkillResponse): void {
    this.#directives.push(...directives);
    this.#canFulfill = canFulfillIntent ?? this.#canFulfill;
  }

  exchange(exchange: SkillExchange): void {
    this.#exchanges.push(exchange);
  }

  /** The last response cannot be carried out. */
  refuse(problem: string): void {
    const last = this.#exchanges.pop();
    if (last) this.#exchanges.push({ ...last, problem });
  }

  end(ended: SessionEnded): void {
    this.#sessionEnded = ended;
  }

  get requestCount(): number {
    return this.#exchanges.length;
  }

  call(call: StartedCall): void {
    this.#calls.push(call);
  }

  done({ isOpen, attributes }: SessionState): Turn {
    return {
      heard: this.#heard,
      ...(this.#understood && { understood: this.#understood }),
      speech: this.#said.map(({ text }) => text).join(" "),
      ssml: `<speak>${this.#said.map(({ ssml }) => inside(ssml)).join(" ")}</speak>`,
      said: this.#said,
      cards: this.#cards,
      directives: this.#directives,
      attributes,
      sessionOpen: isOpen,
      ...(this.#canFulfill && { canFulfill: this.#canFulfill }),
      ...(this.#sessionEnded && { sessionEnded: this.#sessionEnded }),
      exchanges: this.#exchanges,
      calls: this.#calls,
    };
  }
}

function understoodSlot({ value, resolutions, values }: SlotWords): UnderstoodSlot {
  if (values) return { value, values: values.map((each) => each.value) };
  if (!hasMatch(resolutions)) return { value };
  const ids = resolutions?.resolutionsPerAuthority.flatMap((authority) =>
    (authority.values ?? []).map((each) => each.value.id),
  );
  return { value, ...(ids?.[0] !== undefined && { id: ids[0] }) };
}

/** The content of the root element. */
function inside(ssml: string): string {
  return ssml.trim().replace(/^<speak[^>]*>|<\/speak\s*>$/g, "");
}
