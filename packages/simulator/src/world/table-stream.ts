import { hashContextId } from "@skill-call/call-context";
import type { BatchAnswer } from "@skill-call/call-events/parts";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { Chance } from "../chance/chance.ts";
import type { SimulatedLambda } from "./simulated-lambda.ts";
import { isToldOf, type StreamRecord, streamRecordOf } from "./stream-record.ts";
import type { TableWrite } from "./table.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface TableStreamPorts {
  readonly clock: VirtualClock;
  readonly lambda: SimulatedLambda;
  /** Told when nothing of a call is under way any more. */
  readonly onDone: (call: SimulatedCall) => void;
}

/** A change on its way, and whose it is. */
interface Entry {
  readonly call: SimulatedCall;
  readonly status: string;
  readonly record: StreamRecord;
  readonly writtenAt: number;
}

/** What of the stream is read in its order, whatever the others do. */
interface Shard {
  readonly entries: Entry[];
  /** Records at most in the next batch; fewer after one that failed as a whole. */
  size: number;
  /** In a row that came to nothing. */
  failures: number;
  isRead: boolean;
}

/** As `packages/infra` deploys the event source mapping (`table-stream.ts`). */
const batchSize = 10;
const mostRetries = 100;
const mostAgeMs = 3_600_000;

const shardCount = 4;

/** Between two attempts at one batch; the service waits longer each time. */
const backoffMs = { first: 1000, longest: 60_000 } as const;

/**
 * The stream of the table, and the event source mapping that hands it to a Lambda: of each shard one batch after the other,
 * each at least once, and what it was not told of again from there on.
 */
export class TableStream {
  readonly #ports: TableStreamPorts;
  readonly #shards: readonly Shard[];
  /** By the hash of a context's ID, which is all that messages know. */
  readonly #calls = new Map<string, SimulatedCall>();
  #sequence = 0;

  constructor(ports: TableStreamPorts) {
    this.#ports = ports;
    this.#shards = Array.from({ length: shardCount }, () => ({
      entries: [],
      size: batchSize,
      failures: 0,
      isRead: false,
    }));
  }

  /** A change that the table has carried out; the mapping's filter lets some through. */
  write(call: SimulatedCall, write: TableWrite): void {
    if (!isToldOf(write)) return;
    const { clock } = this.#ports;
    this.#sequence += 1;
    const record = streamRecordOf(write, { sequence: this.#sequence, at: clock.now() });
    const status = String(write.after.status);
    this.#calls.set(hashContextId(String(write.after.contextId)), call);
    call.underWay += 1;
    const shard = this.#shards[call.index % shardCount] as Shard;
    shard.entries.push({ call, status, record, writtenAt: clock.now() });
    if (!shard.isRead) void this.#read(shard);
  }

  /** Whose context has this hash, while its story goes on. */
  callOfHash(contextHash: string): SimulatedCall | undefined {
    return this.#calls.get(contextHash);
  }

  /** The call's story is over. */
  forget(call: SimulatedCall): void {
    for (const contextId of call.contextIds) this.#calls.delete(hashContextId(contextId));
  }

  async #read(shard: Shard): Promise<void> {
    shard.isRead = true;
    for (let [first] = shard.entries; first; [first] = shard.entries) {
      const { chance } = first.call;
      const lateMs = chance.befalls("stream-late")
        ? chance.between("stream late", 1000, 30_000)
        : 0;
      await this.#passed(lateMs + chance.between("way of the stream", 20, 500));
      await this.#handOn(shard, chance);
    }
    shard.isRead = false;
  }

  /** One batch, once: what was taken leaves the shard. */
  async #handOn(shard: Shard, chance: Chance): Promise<void> {
    const batch = shard.entries.slice(0, shard.size);
    const taken = await this.#invoke(batch, chance);
    this.#leave(shard, taken ?? 0);
    if (taken === batch.length) {
      shard.size = batchSize;
      shard.failures = 0;
      return;
    }
    // Bisected only where nobody says what failed.
    if (taken === undefined) shard.size = Math.ceil(batch.length / 2);
    shard.failures = taken ? 1 : shard.failures + 1;
    this.#giveUp(shard);
    const waitMs = backoffMs.first * 2 ** Math.min(shard.failures - 1, 10);
    await this.#passed(Math.min(waitMs, backoffMs.longest));
  }

  /** How many records from the first on were taken; `undefined` when the invocation failed as a whole. */
  async #invoke(batch: readonly Entry[], chance: Chance): Promise<number | undefined> {
    const [first] = batch;
    if (!first) return 0;
    const event = { Records: batch.map(({ record }) => record) };
    const invoke = () => this.#ports.lambda.invoke(first.call, event);
    if (chance.befalls("batch-twice")) void invoke();
    const end = await invoke();
    if (end.type !== "answered" || chance.befalls("batch-answer-lost")) return undefined;
    const { batchItemFailures } = end.payload as BatchAnswer;
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const at = batch.findIndex(({ record }) => failed.has(record.dynamodb.SequenceNumber));
    return at === -1 ? batch.length : at;
  }

  /** What was tried too often, or for too long, goes to the queue for what could not be delivered. */
  #giveUp(shard: Shard): void {
    const [first] = shard.entries;
    if (!first) return;
    const ageMs = this.#ports.clock.now() - first.writtenAt;
    if (shard.failures <= mostRetries && ageMs <= mostAgeMs) return;
    first.call.undelivered.push(first.status);
    shard.failures = 0;
    this.#leave(shard, 1);
  }

  #leave(shard: Shard, count: number): void {
    for (const { call } of shard.entries.splice(0, count)) {
      call.underWay -= 1;
      if (call.underWay === 0) this.#ports.onDone(call);
    }
  }

  #passed(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#ports.clock.after(ms, resolve));
  }
}
