import type { TraceEvent } from "../../trace.ts";
import { ladderPicture } from "../ladder/ladder-picture.ts";
import { type CallRecord, readCallRecord } from "../record/call-record.ts";
import { deskState } from "../record/desk-state.ts";
import { showCalls } from "./calls-list.ts";
import { DeskView } from "./desk-view.ts";
import { byId, tell } from "./elements.ts";
import { LadderView } from "./ladder-view.ts";
import { Player } from "./player.ts";
import { saveFile } from "./save-file.ts";
import { showStep } from "./step-view.ts";
import { TranscriptView } from "./transcript-view.ts";

/** The calls of the session, of which one is shown: as it goes on, or as far as it is replayed. */
export class CallView {
  readonly #records = new Map<string, CallRecord>();
  /** Of those that came from files: they are not the server's. */
  readonly #files = new Set<string>();
  readonly #transcript = new TranscriptView();
  readonly #ladder = new LadderView((index) => this.#showStep(index));
  readonly #desk: DeskView;
  readonly #player = new Player(
    (position) => this.#moveTo(position),
    (playing) => tell("play", playing ? "Pause" : "Replay"),
  );
  #shownId: string | undefined;
  /** How many steps are shown; all, as they come, without it. */
  #position: number | undefined;

  constructor(framesAgent: boolean) {
    this.#desk = new DeskView(framesAgent);
    this.#listen();
    this.#show();
  }

  /** The server's calls, all of them anew. */
  replaceAll(records: readonly CallRecord[]): void {
    for (const id of [...this.#records.keys()]) if (!this.#files.has(id)) this.#records.delete(id);
    for (const record of records) this.#records.set(record.id, record);
    if (!this.#shown) this.#choose(records.at(-1)?.id);
    else this.#show();
  }

  begin(record: CallRecord): void {
    this.#records.set(record.id, record);
    this.#choose(record.id);
  }

  add(id: string, event: TraceEvent): void {
    this.#change(id, (record) => ({ ...record, events: [...record.events, event] }));
  }

  end(id: string, outcome: string): void {
    this.#change(id, (record) => ({ ...record, outcome }));
  }

  #change(id: string, change: (record: CallRecord) => CallRecord): void {
    const record = this.#records.get(id);
    if (!record) return;
    this.#records.set(id, change(record));
    if (id === this.#shownId) this.#show();
  }

  get #shown(): CallRecord | undefined {
    return this.#shownId === undefined ? undefined : this.#records.get(this.#shownId);
  }

  #choose(id: string | undefined): void {
    this.#player.stop();
    this.#shownId = id;
    this.#position = undefined;
    this.#showStep(undefined);
    this.#show();
  }

  #show(): void {
    const record = this.#shown;
    const { id = "", events = [], outcome } = record ?? {};
    const shown = events.slice(0, this.#position ?? events.length);
    const isWhole = shown.length === events.length;
    showCalls([...this.#records.values()], this.#shownId, (chosen) => this.#choose(chosen));
    this.#transcript.show(id, shown);
    this.#ladder.show(id, shown);
    this.#desk.show(shown, isWhole && !this.#files.has(id));
    tell("outcome", isWhole ? (outcome ?? "") : `Step ${shown.length} of ${events.length}`);
    this.#showTools(record, shown.length);
  }

  #showTools(record: CallRecord | undefined, position: number): void {
    const count = record?.events.length ?? 0;
    const slider = byId<HTMLInputElement>("position");
    slider.max = `${count}`;
    slider.value = `${position}`;
    slider.setAttribute("aria-valuetext", `Step ${position} of ${count}`);
    for (const id of ["play", "back", "forward", "position", "export-json", "export-svg"]) {
      byId<HTMLButtonElement>(id).disabled = count === 0;
    }
    const isOn = record !== undefined && isCallOn(record) && !this.#files.has(record.id);
    byId("hang-up-caller").hidden = !isOn;
    byId("hang-up-callee").hidden = !isOn || deskState(record.events).stage !== "answered";
  }

  #showStep(index: number | undefined): void {
    const events = this.#shown?.events ?? [];
    showStep(index === undefined ? undefined : events[index], events[0]?.at ?? 0);
  }

  #moveTo(position: number): void {
    const count = this.#shown?.events.length ?? 0;
    this.#position = Math.max(1, Math.min(position, count));
    this.#show();
  }

  #listen(): void {
    const step = (by: number) => {
      this.#player.stop();
      this.#moveTo((this.#position ?? this.#shown?.events.length ?? 0) + by);
    };
    byId("back").addEventListener("click", () => step(-1));
    byId("forward").addEventListener("click", () => step(1));
    byId("position").addEventListener("input", ({ target }) => {
      this.#player.stop();
      this.#moveTo(Number((target as HTMLInputElement).value));
    });
    byId("play").addEventListener("click", () => {
      const events = this.#shown?.events ?? [];
      if (this.#player.playing) this.#player.stop();
      else this.#player.play(events, this.#position ?? events.length);
    });
    byId("export-json").addEventListener("click", () => this.#export("json"));
    byId("export-svg").addEventListener("click", () => this.#export("svg"));
    const file = byId<HTMLInputElement>("file");
    byId("open-file").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      const [chosen] = file.files ?? [];
      if (chosen) void chosen.text().then((text) => this.#open(text));
      file.value = "";
    });
    byId("copy-step").addEventListener("click", () => {
      void navigator.clipboard.writeText(byId("step-detail").textContent ?? "");
    });
  }

  #export(kind: "json" | "svg"): void {
    const record = this.#shown;
    if (!record) return;
    const name = `call-${record.id}.${kind}`;
    if (kind === "json") saveFile(name, "application/json", JSON.stringify(record, null, 2));
    else saveFile(name, "image/svg+xml", ladderPicture(record.title, record.events));
  }

  #open(text: string): void {
    const read = readCallRecord(text);
    if ("problem" in read) tell("outcome", read.problem);
    else this.#replay(read);
  }

  #replay(read: CallRecord): void {
    const id = `file-${this.#files.size + 1}`;
    this.#files.add(id);
    this.#records.set(id, { ...read, id, title: `From a file: ${read.title}` });
    this.#choose(id);
    this.#player.play(read.events, 0);
  }
}

function isCallOn({ events, outcome }: CallRecord): boolean {
  const placed = events.some(({ kind }) => kind === "call.placed" || kind === "leg.dialled");
  return placed && outcome === undefined;
}
