import type { TraceEvent } from "@skill-call/emulation/trace";
import { ladderGround, ladderHead, ladderRow } from "./ladder-drawing.ts";
import { ladderLayout } from "./ladder-layout.ts";
import { ladderStyle } from "./ladder-style.ts";
import { svg, svgText } from "./svg-node.ts";

/** A call ladder as a stand-alone SVG file. */
export function ladderPicture(title: string, events: readonly TraceEvent[]): string {
  const layout = ladderLayout(events);
  const { width, height } = layout;
  const rows = layout.rows.map((row) =>
    svg("g", { class: `row ${row.tone}` }, [
      svg("title", {}, `${row.who}: ${row.label}`),
      ...ladderRow(row, width),
    ]),
  );
  const picture = svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "ladder",
      role: "img",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
    },
    [
      svg("title", {}, title),
      svg("style", {}, ladderStyle),
      svg("rect", { width, height, fill: "var(--ground)" }),
      ...ladderGround(layout),
      ...ladderHead(layout),
      ...rows,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(picture)}\n`;
}
