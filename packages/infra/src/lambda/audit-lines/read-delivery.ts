import { gunzipSync } from "node:zlib";
import * as v from "valibot";

/** A line of a log, as PutLogEvents takes it. */
const lineShape = v.object({
  /** Epoch milliseconds. */
  timestamp: v.number(),
  message: v.string(),
});
export type LogLine = v.InferOutput<typeof lineShape>;

/** What a subscription hands to a Lambda, once it is unpacked (CloudWatch Logs user guide, "Subscription filters"). */
const deliveryShape = v.object({
  /** `CONTROL_MESSAGE`: whether the Lambda can be reached. */
  messageType: v.picklist(["DATA_MESSAGE", "CONTROL_MESSAGE"]),
  logStream: v.string(),
  logEvents: v.array(lineShape),
});
export type Delivery = v.InferOutput<typeof deliveryShape>;

const eventShape = v.object({ awslogs: v.object({ data: v.string() }) });

/** @throws {DeliveryFormatError} for what is no delivery; it quotes none of the lines */
export function readDelivery(event: unknown): Delivery {
  const { awslogs } = read(eventShape, event);
  return read(deliveryShape, unpacked(awslogs.data));
}

function unpacked(data: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString());
  } catch {
    throw new DeliveryFormatError("awslogs.data");
  }
}

function read<Shape extends v.GenericSchema>(shape: Shape, value: unknown): v.InferOutput<Shape> {
  const { success, output, issues } = v.safeParse(shape, value);
  if (!success) throw new DeliveryFormatError(v.getDotPath(issues[0]) ?? "the delivery");
  return output;
}

class DeliveryFormatError extends RangeError {
  override readonly name = "DeliveryFormatError";

  constructor(field: string) {
    super(`Not as CloudWatch Logs delivers it: ${field}`);
  }
}
