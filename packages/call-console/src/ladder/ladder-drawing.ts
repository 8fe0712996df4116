import {
  headHeight,
  type LadderLane,
  type LadderLayout,
  type LadderPause,
  type LadderRow,
  rowHeight,
  timeWidth,
} from "./ladder-layout.ts";
import { type SvgNode, svg } from "./svg-node.ts";

const arrowHead = 7;
const markSize = 5;
const widestHead = 104;
/** Takes two words on one line. */
const roomyHead = 90;

/** The names of the lanes, a word a line where the lanes are narrow. */
export function ladderHead({ lanes, pitch }: LadderLayout): readonly SvgNode[] {
  const width = Math.min(pitch - 6, widestHead);
  return lanes.map(({ name, x }) =>
    svg("g", { class: "lane-head" }, [
      svg("rect", { x: x - width / 2, y: 6, width, height: headHeight - 12, rx: 6 }),
      ...headLines(name, width).map(({ text, y }) =>
        svg("text", { x, y, "text-anchor": "middle" }, text),
      ),
    ]),
  );
}

function headLines(name: string, width: number): readonly { text: string; y: number }[] {
  const [first = "", second] = name.split(" ");
  if (second === undefined || width >= roomyHead) return [{ text: name, y: headHeight / 2 + 4 }];
  return [
    { text: first, y: headHeight / 2 - 3 },
    { text: second, y: headHeight / 2 + 10 },
  ];
}

/** The lifelines, and what stands between the rows. */
export function ladderGround({ lanes, pauses, width, height }: LadderLayout): readonly SvgNode[] {
  return [
    ...lanes.map((lane) => lifeline(lane, height)),
    ...pauses.map((pause) => pauseLine(pause, width)),
  ];
}

/** One step: time, arrow or mark, label. */
export function ladderRow(row: LadderRow, width: number): readonly SvgNode[] {
  const { y, time, label, labelX, labelAnchor } = row;
  return [
    svg("rect", {
      class: "row-ground",
      x: 0,
      y: y - rowHeight + 9,
      width,
      height: rowHeight,
      rx: 4,
    }),
    svg("text", { class: "time", x: timeWidth - 8, y: y + 4, "text-anchor": "end" }, `${time} `),
    ...(row.fromX === row.toX ? [mark(row)] : arrow(row)),
    svg("text", { class: "label", x: labelX, y: y - 8, "text-anchor": labelAnchor }, label),
  ];
}

function lifeline({ x }: LadderLane, height: number): SvgNode {
  return svg("line", { class: "lifeline", x1: x, y1: headHeight - 8, x2: x, y2: height });
}

function pauseLine({ y, label }: LadderPause, width: number): SvgNode {
  const middle = (timeWidth + width) / 2;
  return svg("g", { class: "pause" }, [
    svg("line", { x1: timeWidth, y1: y, x2: width - 8, y2: y }),
    svg("text", { x: middle, y: y + 4, "text-anchor": "middle" }, label),
  ]);
}

function arrow({ fromX, toX, y }: LadderRow): readonly SvgNode[] {
  const back = toX > fromX ? -arrowHead : arrowHead;
  const points = `${toX},${y} ${toX + back},${y - 4.5} ${toX + back},${y + 4.5}`;
  return [
    svg("line", { class: "arrow", x1: fromX, y1: y, x2: toX + back, y2: y }),
    svg("polygon", { class: "arrow-head", points }),
  ];
}

function mark({ fromX, y }: LadderRow): SvgNode {
  const points = [
    [fromX, y - markSize],
    [fromX + markSize, y],
    [fromX, y + markSize],
    [fromX - markSize, y],
  ];
  return svg("polygon", { class: "arrow-head", points: points.join(" ") });
}
