import type { Contestant } from "../contest/contestants.ts";
import type { NodeBinary } from "../measure/node-binary.ts";
import { startWarm } from "../measure/processes.ts";
import { checkAnswer, contextIds, eventsFile, type Field, programOf } from "./field.ts";

/** What one invocation asks of everybody else, counted. */
export interface WireRow {
  readonly name: string;
  readonly requests: number;
  /** Bytes, with HTTP's own. */
  readonly sent: number;
  readonly received: number;
}

const counted = 20;

export async function countWire(
  field: Field,
  { node, contestants }: { readonly node: NodeBinary; readonly contestants: readonly Contestant[] },
): Promise<readonly WireRow[]> {
  field.begun("requests and bytes");
  const rows: WireRow[] = [];
  for (const contestant of contestants) {
    const lambda = startWarm(programOf(contestant, node, field.stub.endpoint));
    const answer = async (count: number) => {
      const file = await eventsFile(contestant, contextIds(count), field.folder);
      const answered = await lambda.answer({ file });
      checkAnswer(contestant, answered.answer);
    };
    try {
      // The first one may ask for keys.
      await answer(1);
      const before = await field.stub.wire();
      await answer(counted);
      const after = await field.stub.wire();
      rows.push({
        name: contestant.name,
        requests: (after.requests - before.requests) / counted,
        sent: Math.round((after.received - before.received) / counted),
        received: Math.round((after.sent - before.sent) / counted),
      });
    } finally {
      await lambda.stop();
    }
  }
  return rows;
}
