import { InvalidContextError } from "./errors.ts";

/** DynamoDB's limit for an item, names included (developer guide, "Constraints"). */
export const maximumItemBytes = 400 * 1024;
/** Room for the record's own fields, the transaction ID of a later claim too. */
const recordBytes = 1024;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks that an item stays below DynamoDB's limit.
 * @throws {InvalidContextError} naming the greatest field
 */
export function checkItemSize(item: Fields): void {
  const bytes = mapBytes(item) + recordBytes;
  if (bytes <= maximumItemBytes) return;
  const sizes = Object.entries(item).map(([name, value]) => ({ name, bytes: valueBytes(value) }));
  const { name } = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  throw new InvalidContextError(
    name,
    `makes an item of ${bytes} bytes; DynamoDB takes ${maximumItemBytes}`,
  );
}

/** Bytes of a storable value as DynamoDB counts them (developer guide, "DynamoDB Item sizes and formats"). */
function valueBytes(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return Math.ceil(String(value).length / 2) + 1;
  if (Array.isArray(value)) return 3 + value.reduce((sum, each) => sum + 1 + valueBytes(each), 0);
  if (typeof value === "object" && value !== null) return 3 + mapBytes(value as Fields);
  return 1;
}

function mapBytes(map: Fields): number {
  return Object.entries(map).reduce(
    (sum, [name, value]) => sum + 1 + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}
