import type { Delivery, LogLine } from "./read-delivery.ts";

/** One operation of CloudWatch Logs. @throws {Error} whose `name` is the service's error */
export type LogsOperation = (
  operation: "CreateLogStream" | "PutLogEvents",
  input: object,
) => Promise<Readonly<Record<string, unknown>>>;

/** Of a request to PutLogEvents (API reference): so many bytes of UTF-8, and 26 more for each line. */
const mostBytes = 1_048_576;
const bytesALine = 26;

/**
 * Writes the lines of a delivery into another log, in a stream of the same name.
 * @throws {Error} where the service refuses any of them: Lambda then tries the delivery again, and a line may be there twice
 */
export async function keepLines(
  { messageType, logStream: logStreamName, logEvents }: Delivery,
  logGroupName: string,
  logs: LogsOperation,
): Promise<void> {
  if (messageType === "CONTROL_MESSAGE") return;
  const stream = { logGroupName, logStreamName };
  for (const lines of batches(logEvents)) {
    const { rejectedLogEventsInfo } = await inStream(stream, logs, () =>
      logs("PutLogEvents", { ...stream, logEvents: lines }),
    );
    if (rejectedLogEventsInfo) throw new RangeError("The log took not all of the lines");
  }
}

async function inStream<T>(stream: object, logs: LogsOperation, put: () => Promise<T>): Promise<T> {
  try {
    return await put();
  } catch (error) {
    if (nameOf(error) !== "ResourceNotFoundException") throw error;
    await logs("CreateLogStream", stream).catch((problem: unknown) => {
      // Another delivery was first.
      if (nameOf(problem) !== "ResourceAlreadyExistsException") throw problem;
    });
    return await put();
  }
}

function* batches(lines: readonly LogLine[]): Iterable<readonly LogLine[]> {
  let batch: LogLine[] = [];
  let bytes = 0;
  for (const { timestamp, message } of lines) {
    const size = Buffer.byteLength(message) + bytesALine;
    if (batch.length > 0 && bytes + size > mostBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push({ timestamp, message });
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
