import { byId, element } from "@skill-call/page-dom";
import { ladderPicture } from "../../ladder/ladder-picture.ts";
import type { CallRecord } from "../../record/call-record.ts";
import { tell } from "../dom/elements.ts";
import { saveFile } from "../dom/save-file.ts";

/** A way to end a call that is on. */
export interface HangUp {
  readonly text: string;
  /** Whether there is somebody who could. */
  isPossible(record: CallRecord): boolean;
  hangUp(record: CallRecord): Promise<void>;
}

export interface CallToolsPorts {
  readonly hangUps: readonly HangUp[];
  /** By so many steps. */
  readonly onStep: (by: number) => void;
  readonly onMoveTo: (position: number) => void;
  readonly onPlay: () => void;
  /** Text of a file that the user chose. */
  readonly onFile: (text: string) => void;
  /** Steps of another sort are to be shown. */
  readonly onFilter: () => void;
  readonly onTrouble: (error: unknown) => void;
}

export interface ToolsState {
  readonly record: CallRecord | undefined;
  /** How many steps are shown, of so many. */
  readonly position: number;
  readonly count: number;
  /** The call goes on. */
  readonly isOn: boolean;
}

/** What can be done with the call that is shown. */
export class CallTools {
  readonly #ports: CallToolsPorts;
  readonly #hangUps: readonly (readonly [HangUp, HTMLButtonElement])[];
  readonly #slider = byId<HTMLInputElement>("position");
  readonly #sip = byId<HTMLInputElement>("shows-sip");
  #record: CallRecord | undefined;

  constructor(ports: CallToolsPorts) {
    this.#ports = ports;
    this.#hangUps = ports.hangUps.map((each) => [each, this.#hangUpButton(each)]);
    byId("hang-ups").replaceChildren(...this.#hangUps.map(([, button]) => button));
    this.#listen();
  }

  get showsSip(): boolean {
    return this.#sip.checked;
  }

  show({ record, position, count, isOn }: ToolsState): void {
    this.#record = record;
    this.#slider.max = `${count}`;
    this.#slider.value = `${position}`;
    this.#slider.setAttribute("aria-valuetext", `Step ${position} of ${count}`);
    tell("progress", position < count ? `${position} of ${count}` : "");
    for (const id of ["play", "back", "forward", "position", "export-json", "export-svg"]) {
      byId<HTMLButtonElement>(id).disabled = count === 0;
    }
    byId("sip-filter").hidden = !record?.events.some(({ kind }) => kind.startsWith("sip."));
    for (const [{ isPossible }, button] of this.#hangUps) {
      button.hidden = !isOn || record === undefined || !isPossible(record);
    }
  }

  showPlaying(playing: boolean): void {
    tell("play", playing ? "Pause" : "Replay");
  }

  #hangUpButton({ text, hangUp }: HangUp): HTMLButtonElement {
    const button = element("button", { className: "danger small", text });
    button.type = "button";
    button.addEventListener("click", () => {
      if (this.#record) hangUp(this.#record).catch(this.#ports.onTrouble);
    });
    return button;
  }

  #listen(): void {
    const { onStep, onMoveTo, onPlay, onFile, onFilter } = this.#ports;
    byId("back").addEventListener("click", () => onStep(-1));
    byId("forward").addEventListener("click", () => onStep(1));
    this.#slider.addEventListener("input", () => onMoveTo(Number(this.#slider.value)));
    byId("play").addEventListener("click", onPlay);
    this.#sip.addEventListener("change", onFilter);
    byId("export-json").addEventListener("click", () => this.#export("json"));
    byId("export-svg").addEventListener("click", () => this.#export("svg"));
    const file = byId<HTMLInputElement>("file");
    byId("open-file").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      const [chosen] = file.files ?? [];
      if (chosen) void chosen.text().then(onFile);
      file.value = "";
    });
  }

  #export(kind: "json" | "svg"): void {
    const record = this.#record;
    if (!record) return;
    const name = `call-${record.id}.${kind}`;
    if (kind === "json") saveFile(name, "application/json", JSON.stringify(record, null, 2));
    else saveFile(name, "image/svg+xml", ladderPicture(record.title, record.events));
  }
}
