import { errorAnswer, type WireAnswer } from "./wire.ts";

/** DynamoDB nests up to 32 levels: 31 lists or maps, and what is in the last (developer guide, "Constraints"). */
const mostContainers = 31;
/** Characters of an attribute's name, and octets of an expression (the same page). */
const longestName = 65_535;
const longestExpression = 4_096;

/** What may stand at a parameter that dynalite does not look at; `*` is any name. */
const enums: readonly (readonly [path: readonly string[], values: readonly string[]])[] = [
  [["ReturnValuesOnConditionCheckFailure"], ["ALL_OLD", "NONE"]],
  [
    ["AttributeUpdates", "*", "Action"],
    ["ADD", "PUT", "DELETE"],
  ],
  [["TableClass"], ["STANDARD", "STANDARD_INFREQUENT_ACCESS"]],
];

const expressions = [
  "ConditionExpression",
  "FilterExpression",
  "KeyConditionExpression",
  "ProjectionExpression",
  "UpdateExpression",
];

type Json = Readonly<Record<string, unknown>>;

/** DynamoDB's answer to a request that it refuses and dynalite takes; `undefined` for any other. */
export function refusalOf(operation: string, body: string): WireAnswer | undefined {
  const request = parsed(body);
  if (request === undefined) return undefined;
  if (!hasFittingTypes(request)) return errorAnswer(400, "SerializationException", "");
  const problem = [enumProblem, returnProblem, selectProblem, expressionProblem, valueProblem]
    .map((find) => find(request, operation))
    .find((found) => found !== undefined);
  return problem === undefined ? undefined : errorAnswer(400, "ValidationException", problem);
}

function parsed(body: string): Json | undefined {
  try {
    const request: unknown = JSON.parse(body);
    return isObject(request) ? request : undefined;
  } catch {
    return undefined;
  }
}

function hasFittingTypes(request: Json): boolean {
  const { ConsistentRead, ReturnValuesOnConditionCheckFailure: returned } = request;
  return isOneOf(ConsistentRead, "boolean") && isOneOf(returned, "string");
}

const isOneOf = (value: unknown, type: "boolean" | "string"): boolean =>
  value === undefined || value === null || typeof value === type;

/** Only an update knows new values (API reference, "DeleteItem"); dynalite says so of a put. */
function returnProblem({ ReturnValues: returned }: Json, operation: string): string | undefined {
  const isFitting = returned === undefined || returned === "ALL_OLD" || returned === "NONE";
  return operation === "DeleteItem" && !isFitting
    ? "Return values set to invalid value"
    : undefined;
}

/** With a projection only its own attributes can be selected (API reference, "Query", "Scan"). */
function selectProblem({ Select, ProjectionExpression }: Json): string | undefined {
  if (typeof Select !== "string" || ProjectionExpression === undefined) return undefined;
  return Select === "SPECIFIC_ATTRIBUTES"
    ? undefined
    : `Cannot specify the ProjectionExpression when choosing to get ${Select}`;
}

function enumProblem(request: Json): string | undefined {
  return enums
    .flatMap(([path, values]) =>
      valuesAt(request, path).flatMap(({ value, place }) =>
        typeof value !== "string" || values.includes(value)
          ? []
          : `1 validation error detected: Value '${value}' at '${place}' failed to satisfy constraint: ` +
            `Member must satisfy enum value set: [${values.join(", ")}]`,
      ),
    )
    .at(0);
}

interface Found {
  readonly value: unknown;
  /** As the service's validation names it: `attributeUpdates.a.member.action`. */
  readonly place: string;
}

function valuesAt(request: Json, path: readonly string[]): Found[] {
  let found: Found[] = [{ value: request, place: "" }];
  for (const name of path) {
    found = found.flatMap(({ value, place }) =>
      isObject(value)
        ? Object.entries(value)
            .filter(([key]) => name === "*" || key === name)
            .map(([key, inner]) => ({ value: inner, place: placeOf(place, name, key) }))
        : [],
    );
  }
  return found;
}

function placeOf(place: string, name: string, key: string): string {
  if (name === "*") return `${place}.${key}.member`;
  const member = key.charAt(0).toLowerCase() + key.slice(1);
  return place === "" ? member : `${place}.${member}`;
}

function expressionProblem(request: Json): string | undefined {
  for (const name of expressions) {
    const expression = request[name];
    const size = typeof expression === "string" ? Buffer.byteLength(expression) : 0;
    if (size > longestExpression) {
      return `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${size}`;
    }
  }
  return undefined;
}

/** Attribute values stand in items, keys, expected values and the values of expressions, by name. */
function valueProblem(request: Json): string | undefined {
  const { Item, Key, ExpressionAttributeValues, RequestItems } = request;
  const attributes = [Item, Key, ExpressionAttributeValues, ...batched(RequestItems)];
  for (const named of attributes.filter(isObject)) {
    const problem = mapProblem(named, 0);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Puts of a BatchWriteItem. */
function batched(items: unknown): unknown[] {
  if (!isObject(items)) return [];
  return Object.values(items)
    .flat()
    .map((write) => valuesAt({ write }, ["write", "PutRequest", "Item"])[0]?.value);
}

function mapProblem(map: Json, containers: number): string | undefined {
  for (const [name, value] of Object.entries(map)) {
    const problem = nameProblem(name) ?? setProblem(value) ?? nestingProblem(value, containers);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function nameProblem(name: string): string | undefined {
  if (name === "") return "One or more parameter values were invalid: Empty attribute name";
  if (name.length <= longestName) return undefined;
  return "One or more parameter values were invalid: Attribute name is too large, must be less than 65536 characters";
}

/** An empty text is a value, but not a member of a set (developer guide, "Data types"). */
function setProblem(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const [kind] = ["SS", "BS"].filter((name) => [value[name]].flat().includes(""));
  if (kind === undefined) return undefined;
  const named = kind === "SS" ? "string" : "binary";
  return `One or more parameter values were invalid: An ${named} set may not have a empty ${named} as a member`;
}

function nestingProblem(value: unknown, containers: number): string | undefined {
  if (!isObject(value)) return undefined;
  const { M: map, L: list } = value;
  if (!isObject(map) && !Array.isArray(list)) return undefined;
  if (containers === mostContainers) {
    return "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";
  }
  if (isObject(map)) return mapProblem(map, containers + 1);
  const elements: readonly unknown[] = Array.isArray(list) ? list : [];
  return elements
    .map((element) => setProblem(element) ?? nestingProblem(element, containers + 1))
    .find((problem) => problem !== undefined);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
