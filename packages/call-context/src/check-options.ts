import { InvalidOptionsError, type Misfit } from "./errors.ts";

interface Options {
  readonly schema?: unknown;
  readonly ttlSeconds?: number;
}
type TableOptions = Options & { readonly tableName?: unknown; readonly items?: unknown };

/** @throws {InvalidOptionsError} when no store can be made of what every store takes */
export function checkOptions(options: Options): void {
  refuse(misfitsOf(options));
}

/** @throws {InvalidOptionsError} when no store in a table can be made of them, before a request is lost for it */
export function checkTableOptions(options: TableOptions): void {
  const { tableName, items } = options;
  const isTable = typeof tableName === "string" && tableName.trim() !== "";
  refuse([
    ...(isClient(items) ? [] : [{ field: "client", problem: "must be a client of DynamoDB" }]),
    ...(isTable ? [] : [{ field: "tableName", problem: "must be a table's name or ARN" }]),
    ...misfitsOf(options),
  ]);
}

function refuse(misfits: readonly Misfit[]): void {
  if (misfits.length > 0) throw new InvalidOptionsError(misfits);
}

function misfitsOf({ schema, ttlSeconds = 1 }: Options): readonly Misfit[] {
  const isSchema = schema === undefined || "~standard" in Object(schema);
  const isTime = Number.isFinite(ttlSeconds) && ttlSeconds > 0;
  return [
    ...(isSchema ? [] : [{ field: "schema", problem: "must be a Standard Schema" }]),
    ...(isTime ? [] : [{ field: "ttlSeconds", problem: "must be a number above 0" }]),
  ];
}

/** The SDK's clients send; an `ItemClient` gets, puts and updates. */
function isClient(value: unknown): boolean {
  const client = Object(value);
  const has = (method: string) => typeof client[method] === "function";
  return has("send") || ["get", "put", "update"].every(has);
}
