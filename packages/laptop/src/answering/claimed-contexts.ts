import type { Exchange } from "@skill-call/local-dynamodb";
import * as v from "valibot";

const claimedSchema = v.object({
  Attributes: v.object({
    contextId: v.object({ S: v.string() }),
    transactionId: v.object({ S: v.string() }),
  }),
});

/** More than there are calls at once; who asks for an older one asks too late. */
const mostKept = 10_000;

/** Which context a call has claimed, as the table's stream would tell a contact centre: by the call's TransactionId. */
export class ClaimedContexts {
  readonly #contextIds = new Map<string, string>();

  /** A request to the table, of which some claim a context. */
  see({ operation, outcome, output }: Exchange): void {
    if (operation !== "UpdateItem" || outcome === "throttle") return;
    const { success, output: claimed } = v.safeParse(claimedSchema, output);
    if (!success) return;
    const { contextId, transactionId } = claimed.Attributes;
    this.#contextIds.set(transactionId.S, contextId.S);
    const [oldest] = this.#contextIds.keys();
    if (this.#contextIds.size > mostKept && oldest !== undefined) this.#contextIds.delete(oldest);
  }

  contextIdOf(transactionId: string): string | undefined {
    return this.#contextIds.get(transactionId);
  }
}
