import { createSocket, type Socket } from "node:dgram";
import { EventEmitter, once } from "node:events";

/** A segment document, as X-Ray's guide has it ("X-Ray segment documents"). */
export interface SegmentDocument {
  readonly id: string;
  readonly name: string;
  readonly type?: "subsegment";
  readonly trace_id: string;
  readonly parent_id: string;
  readonly in_progress?: boolean;
  readonly namespace?: "aws" | "remote";
  readonly fault?: boolean;
  readonly annotations?: Readonly<Record<string, unknown>>;
  readonly aws?: Readonly<Record<string, unknown>>;
}

const root = "1-5759e988-bd862e3fe1be46a994272793";
/** The segment that Lambda itself would send. */
const lambdaSegment = "557abcec3ee5a047";

/** What Lambda puts into `_X_AMZN_TRACE_ID` for an invocation. */
export function traceHeader(sampled: boolean): string {
  return `Root=${root};Parent=${lambdaSegment};Sampled=${sampled ? 1 : 0}`;
}

/** Stands for the X-Ray daemon that runs beside a Lambda: takes segments by UDP on this machine. */
export class XRayDaemon {
  readonly #socket: Socket;
  readonly #arrivals = new EventEmitter();
  readonly #datagrams: string[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    // A test that fails before it closes this is to end all the same.
    socket.unref();
    socket.on("message", (datagram) => {
      this.#datagrams.push(datagram.toString("utf8"));
      this.#arrivals.emit("segment");
    });
  }

  static async start(): Promise<XRayDaemon> {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    return new XRayDaemon(socket);
  }

  /** What of a Lambda's environment leads here. */
  get environment(): Record<string, string> {
    return {
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${this.#socket.address().port}`,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
      LAMBDA_TASK_ROOT: "/var/task",
      _HANDLER: "index.handler",
    };
  }

  /** All that came, as it came. */
  get text(): string {
    return this.#datagrams.join("\n");
  }

  /** The segments that came; each datagram is a header and one document. */
  get segments(): SegmentDocument[] {
    return this.#datagrams.map((datagram) => JSON.parse(datagram.split("\n")[1] ?? ""));
  }

  /** Waits until so many segments of a name are there; answers them. */
  async received(name: string, count = 1): Promise<SegmentDocument[]> {
    for (;;) {
      const found = this.segments.filter((segment) => segment.name === name);
      if (found.length >= count) return found;
      await once(this.#arrivals, "segment");
    }
  }

  /** Waits for a segment that fits. */
  async first(fits: (segment: SegmentDocument) => boolean): Promise<SegmentDocument> {
    for (;;) {
      const found = this.segments.find(fits);
      if (found) return found;
      await once(this.#arrivals, "segment");
    }
  }

  /** Waits for what was sent before now: datagrams on one machine come in their order. */
  async settled(): Promise<void> {
    const document = JSON.stringify({ name: "marker" });
    const sender = createSocket("udp4");
    sender.send(
      `{"format":"json","version":1}\n${document}`,
      this.#socket.address().port,
      "127.0.0.1",
    );
    await this.received("marker");
    sender.close();
    const marker = this.#datagrams.findIndex((datagram) => datagram.endsWith(document));
    this.#datagrams.splice(marker, 1);
  }

  forget(): void {
    this.#datagrams.length = 0;
  }

  async close(): Promise<void> {
    const closed = once(this.#socket, "close");
    this.#socket.close();
    await closed;
  }
}
