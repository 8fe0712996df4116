import { type Terminal, transcript } from "@skill-call/terminal";
import { cardText } from "../response/card-text.ts";
import type { RawDirective } from "../response/response-schema.ts";
import type { Turn } from "../turn.ts";

/** What a turn was, for people. */
export function turnLines(turn: Turn, terminal: Terminal): string[] {
  const { dim, red } = terminal.colors;
  const { heard, said, understood, cards, directives, exchanges, calls } = turn;
  const sayings = [
    ...(heard === "" ? [] : [{ speaker: "caller", text: heard } as const]),
    ...said.map(({ text }) => ({ speaker: "alexa", text }) as const),
  ];
  return [
    ...transcript(sayings, terminal),
    ...(understood ? [dim(`  understood: ${understoodLine(understood)}`)] : []),
    ...cards.map((card) => dim(`  in the Alexa app: ${cardText(card)}`)),
    ...directives.map((directive) => dim(`  directive: ${directiveLine(directive)}`)),
    ...(turn.canFulfill ? [dim(`  can fulfil: ${JSON.stringify(turn.canFulfill)}`)] : []),
    ...calls.map((call) =>
      dim(`  calls ${call.kind === "skill-call" ? call.invite.to : call.extension}`),
    ),
    ...exchanges.flatMap(({ problem }) =>
      problem === undefined ? [] : [red(`  Alexa could not use the skill's answer: ${problem}`)],
    ),
    ...(turn.sessionOpen ? [] : [dim("  the session is over")]),
  ];
}

function understoodLine({ name, slots }: NonNullable<Turn["understood"]>): string {
  const filled = Object.entries(slots).map(([slot, { value, id }]) =>
    id === undefined || id === value ? `${slot}=${value}` : `${slot}=${value} (${id})`,
  );
  return [name, ...filled].join(" ");
}

/** Its type, and what a developer looks for first: what is played, which page is shown. */
function directiveLine(directive: RawDirective): string {
  const { type, audioItem, token, slotToElicit, slotToConfirm, name } = directive as Readonly<
    Record<string, unknown>
  >;
  const url = (audioItem as { readonly stream?: { readonly url?: string } } | undefined)?.stream
    ?.url;
  const facts = [url, token, slotToElicit, slotToConfirm, name].filter(
    (fact) => typeof fact === "string",
  );
  return [type, ...facts].join(" ");
}
