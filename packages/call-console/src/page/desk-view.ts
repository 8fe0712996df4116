import type { TraceEvent } from "@skill-call/emulation/trace";
import { byId, element } from "@skill-call/page-dom";
import type { OfferedField } from "../console-messages.ts";
import { type DeskState, deskState } from "../record/desk-state.ts";
import { screenFacts } from "../screen-facts.ts";
import { tell } from "./dom/elements.ts";
import { server } from "./server.ts";

const words: Readonly<Record<DeskState["stage"], string>> = {
  nobody: "Nobody is calling.",
  arriving: "A call is coming in.",
  ringing: "Ringing.",
  answered: "Answered: they talk.",
  over: "The call is over.",
};

/** What the person called sees: the agent's own page, or their screen as the call's story tells it. */
export class DeskView {
  readonly #frame = byId<HTMLIFrameElement>("agent-frame");
  readonly #link = byId<HTMLAnchorElement>("agent-window");
  readonly #fields: readonly OfferedField[];
  #opened: string | undefined;

  /** @param fields of the call form */
  constructor(fields: readonly OfferedField[]) {
    this.#fields = fields;
  }

  /** @param live the call goes on: its context can still be read */
  show(events: readonly TraceEvent[], live: boolean): void {
    const state = deskState(events);
    const { screen } = state;
    byId("desk").dataset.stage = state.stage;
    tell("desk-heading", headingOf(state));
    tell("desk-stage", stageWords(state));
    const contextId = live ? contextIdOn(state) : undefined;
    const framed = contextId !== undefined;
    byId("desk-screen").replaceChildren(
      ...(framed ? [] : [screen ? screenOf(state, this.#fields) : nobody()]),
    );
    this.#frame.hidden = !framed;
    this.#link.hidden = !framed;
    if (framed && contextId !== this.#opened) void this.#open(contextId);
  }

  async #open(contextId: string): Promise<void> {
    this.#opened = contextId;
    const links = await server.agentPage(contextId);
    this.#frame.src = links.frame;
    this.#link.href = links.window;
  }
}

function stageWords({ stage, screen }: DeskState): string {
  const isFilled = stage === "ringing" && screen?.known === true;
  return isFilled ? "Ringing; the screen is filled." : words[stage];
}

function contextIdOn({ at, screen }: DeskState): string | undefined {
  const { known, contextId } = screen ?? {};
  const isKnown = at === "contact-centre" && known === true && typeof contextId === "string";
  return isKnown ? contextId : undefined;
}

function headingOf({ at, screen }: DeskState): string {
  if (at !== "callee") return "The agent's desk";
  return typeof screen?.branch === "string" ? `At the branch: ${screen.branch}` : "At the phone";
}

function nobody(): HTMLElement {
  const text =
    "When a call rings here, the screen says who calls, and why, before anybody answers.";
  return element("p", { className: "empty", text });
}

const ofBackEnd = "As the branch's back end was sent it: nobody asks the context API here.";

function screenOf({ screen = {}, at }: DeskState, fields: readonly OfferedField[]): HTMLElement {
  const { notice, branch, ...facts } = screen;
  if (typeof notice === "string") return element("p", { className: "screen", text: notice });
  const items = screenFacts(facts, fields).map(([name, text]) =>
    element("div", {}, element("dt", { text: name }), element("dd", { text })),
  );
  const heading = at === "callee" ? "On the screen of who is called" : "On the agent's screen";
  return element(
    "div",
    { className: "screen" },
    element("h3", { text: heading }),
    element("dl", {}, ...items),
    ...(branch === undefined ? [] : [element("p", { className: "quiet", text: ofBackEnd })]),
  );
}
