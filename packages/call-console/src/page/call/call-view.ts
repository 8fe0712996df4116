import type { TraceEvent } from "@skill-call/emulation/trace";
import { type CallRecord, readCallRecord } from "../../record/call-record.ts";
import { isSipMessage } from "../../record/known-steps.ts";
import { CallShelf } from "../calls/call-shelf.ts";
import { CallsList } from "../calls/calls-list.ts";
import { tell } from "../dom/elements.ts";
import { StepView } from "../step/step-view.ts";
import { CallTools, type HangUp } from "./call-tools.ts";
import { LadderView } from "./ladder-view.ts";
import { Player } from "./player.ts";

/** The call that is shown, as far as it is shown. */
export interface ShownCall {
  readonly id: string;
  readonly events: readonly TraceEvent[];
  /** As it is now; not replayed, and not from a file. */
  readonly isLive: boolean;
}

export interface CallViewOptions {
  /** So many are kept; without it those that there are, which are over. */
  readonly mostCalls?: number;
  readonly hangUps: readonly HangUp[];
  /** Told where no call is shown. */
  readonly emptyText: string;
  /** Every new call is the user's own deed: it takes the place of the one that is shown. */
  readonly showsEachNewCall: boolean;
  readonly onShow: (call: ShownCall) => void;
  /** A call is over. */
  readonly onEnd: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** The calls, of which one is shown: as it goes on, or as far as it is replayed. */
export class CallView {
  readonly #options: CallViewOptions;
  readonly #shelf = new CallShelf();
  readonly #ladder: LadderView;
  readonly #step = new StepView(() => {
    this.#ladder.unchoose();
    this.#ladder.focus();
  });
  readonly #list: CallsList;
  readonly #tools: CallTools;
  readonly #player = new Player(
    (position) => this.#moveTo(position),
    (playing) => this.#tools.showPlaying(playing),
  );
  #shownId: string | undefined;
  /** The user looks at a call of their choice: new ones do not take its place. */
  #isChosen = false;
  /** How many steps are shown; all, as they come, without it. */
  #position: number | undefined;
  #isStale = false;

  constructor(options: CallViewOptions) {
    this.#options = options;
    this.#ladder = new LadderView(options.emptyText, (index) => this.#showStep(index));
    this.#list = new CallsList(options.mostCalls, (id) => this.#chooseByHand(id));
    this.#tools = new CallTools({
      hangUps: options.hangUps,
      onTrouble: options.onTrouble,
      onStep: (by) => this.#moveByHand((this.#position ?? this.#events.length) + by),
      onMoveTo: (position) => this.#moveByHand(position),
      onPlay: () => this.#playOrPause(),
      onFile: (text) => this.#open(text),
      onFilter: () => this.#choose(this.#shownId),
    });
    this.#show();
  }

  /** The server's calls, all of them anew. */
  replaceAll(records: readonly CallRecord[]): void {
    this.#shelf.replaceAll(records);
    if (this.#shown) this.#showSoon();
    else this.#choose(records.at(-1)?.id);
  }

  begin(record: CallRecord): void {
    this.#shelf.put(record);
    if (this.#options.showsEachNewCall || this.#isFree()) this.#choose(record.id);
    else this.#showSoon();
  }

  add(id: string, event: TraceEvent): void {
    this.#shelf.add(id, event);
    this.#showSoon();
  }

  end(id: string, outcome: string): void {
    this.#shelf.end(id, outcome);
    this.#options.onEnd();
    this.#showSoon();
  }

  drop(id: string): void {
    this.#shelf.drop(id);
    if (id === this.#shownId) this.#choose(this.#shelf.newest?.id);
    else this.#showSoon();
  }

  get #shown(): CallRecord | undefined {
    return this.#shelf.find(this.#shownId);
  }

  /** The steps of the shown call that the user wants to see. */
  get #events(): readonly TraceEvent[] {
    const { events = [] } = this.#shown ?? {};
    return this.#tools.showsSip ? events : events.filter((event) => !isSipMessage(event));
  }

  /** Nobody would miss the call that is shown. */
  #isFree(): boolean {
    const shown = this.#shown;
    return !shown || (!this.#isChosen && shown.outcome !== undefined);
  }

  #chooseByHand(id: string): void {
    this.#choose(id);
    this.#isChosen = id !== this.#shelf.newest?.id;
  }

  #choose(id: string | undefined): void {
    this.#player.stop();
    this.#shownId = id;
    this.#isChosen = false;
    this.#position = undefined;
    this.#step.close();
    this.#ladder.unchoose();
    this.#show();
  }

  /** Many steps of many calls may come at once: the next picture shows them all. */
  #showSoon(): void {
    if (this.#isStale) return;
    this.#isStale = true;
    requestAnimationFrame(() => this.#show());
  }

  #show(): void {
    this.#isStale = false;
    const record = this.#shown;
    const { id = "", outcome } = record ?? {};
    const events = this.#events;
    const shown = events.slice(0, this.#position ?? events.length);
    const isWhole = shown.length === events.length;
    const isFile = this.#shelf.isFile(id);
    this.#list.show(this.#shelf.all, this.#shownId);
    this.#ladder.show(id, shown);
    this.#options.onShow({ id, events: shown, isLive: isWhole && !isFile });
    tell("outcome", isWhole ? (outcome ?? "") : "");
    const isOn = outcome === undefined && !isFile;
    this.#tools.show({ record, position: shown.length, count: events.length, isOn });
  }

  #showStep(index: number): void {
    const events = this.#events;
    const event = events[index];
    if (event) this.#step.show(event, events);
  }

  #moveByHand(position: number): void {
    this.#player.stop();
    this.#moveTo(position);
  }

  #moveTo(position: number): void {
    this.#position = Math.max(1, Math.min(position, this.#events.length));
    this.#show();
  }

  #playOrPause(): void {
    const events = this.#events;
    if (this.#player.playing) this.#player.stop();
    else this.#player.play(events, this.#position ?? events.length);
  }

  #open(text: string): void {
    const read = readCallRecord(text);
    if ("problem" in read) {
      tell("outcome", read.problem);
    } else {
      this.#chooseByHand(this.#shelf.putFile(read).id);
      this.#player.play(this.#events, 0);
    }
  }
}
