import type { TraceEvent } from "../../trace.ts";
import { laneNames } from "../ladder/lane-names.ts";
import { byId, element } from "./elements.ts";

/** Shows a step as it was, to the last field. */
export function showStep(event: TraceEvent | undefined, start: number): void {
  const detail = byId("step-detail");
  byId("copy-step").hidden = event?.detail === undefined;
  detail.hidden = event?.detail === undefined;
  detail.textContent = event?.detail === undefined ? "" : JSON.stringify(event.detail, null, 2);
  detail.scrollTop = 0;
  byId("step-sentence").textContent = event?.label ?? "No step is chosen.";
  byId("step-facts").replaceChildren(...(event ? facts(event, start) : []));
}

function facts({ from, to, kind, at, durationMs }: TraceEvent, start: number): Node[] {
  const who = from === to ? laneNames[from] : `${laneNames[from]} → ${laneNames[to]}`;
  const shown: readonly (readonly [string, string])[] = [
    ["Who", who],
    ["Kind", kind],
    ["When", `${Math.round(at - start)} ms`],
    ...(durationMs === undefined ? [] : [["Took", `${durationMs.toFixed(1)} ms`] as const]),
  ];
  return shown.map(([name, text]) =>
    element("div", {}, element("dt", { text: name }), element("dd", { text })),
  );
}
