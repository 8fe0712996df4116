import * as v from "valibot";

/** Where CloudFormation waits for its answer, and what it knows it by (user guide, "Custom resource request objects"). */
const addressShape = v.object({
  ResponseURL: v.pipe(v.string(), v.url()),
  StackId: v.string(),
  RequestId: v.string(),
  LogicalResourceId: v.string(),
});
export type AnswerAddress = v.InferOutput<typeof addressShape>;

const requestShape = v.object({
  RequestType: v.picklist(["Create", "Update", "Delete"]),
  /** Those that the stacks have. */
  ResourceType: v.picklist([
    "Custom::SkillCallSipMediaApplication",
    "Custom::SkillCallMessageLogs",
    "Custom::SkillCallAlexaSkills",
    "Custom::SkillCallSipRule",
  ]),
  ResourceProperties: v.unknown(),
});
export type CustomResourceRequest = v.InferOutput<typeof requestShape>;

/** @throws {UnreadableRequestError} for what is no request of CloudFormation's: nobody can be answered */
export function answerAddressOf(event: unknown): AnswerAddress {
  return readAs(addressShape, event);
}

/** @throws {UnreadableRequestError} with the fields that are not as they must be; not what they hold: numbers */
export function readAs<Shape extends v.GenericSchema>(
  shape: Shape,
  value: unknown,
): v.InferOutput<Shape> {
  const { success, output, issues } = v.safeParse(shape, value);
  if (success) return output;
  throw new UnreadableRequestError(issues.map((issue) => v.getDotPath(issue) ?? "the request"));
}

class UnreadableRequestError extends RangeError {
  override readonly name = "UnreadableRequestError";

  constructor(fields: readonly string[]) {
    super(`Not as it must be: ${fields.join(", ")}`);
  }
}

/** One kind of thing of the Voice API, as a resource that is made, changed and taken away again. */
export interface VoiceResource {
  /** The thing that carries this resource's name: made by a deployment that nobody heard the end of. */
  find(signal: AbortSignal): Promise<string | undefined>;
  /** Answers the ID that the service drew. */
  create(signal: AbortSignal): Promise<string>;
  update(id: string, signal: AbortSignal): Promise<void>;
  /** Each step by itself, so that one that was done already does no harm. */
  remove(id: string, signal: AbortSignal): Promise<void>;
}

/** An ID for what was never made: CloudFormation asks for its deletion all the same. */
const nothingMade = "nothing-made";

/** Codes of the Voice API's errors (API reference, "Common errors"). */
const isGone = (error: unknown) => nameOf(error) === "NotFoundException";
const isTaken = (error: unknown) => nameOf(error) === "ConflictException";
const passing = [
  "ConflictException",
  "ThrottledClientException",
  "ThrottlingException",
  "ServiceFailureException",
  "ServiceUnavailableException",
  "TimeoutError",
];

export interface Outcome {
  readonly PhysicalResourceId: string;
  /** Why it failed; none where it did not. */
  readonly Reason?: string;
}

export interface Patience {
  /** Ends everything: CloudFormation has to be answered while there is time. */
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * Carries out what CloudFormation asks, whatever was done before, and answers the resource's ID, which never changes.
 * @param resourceOf throws where the request's properties make none
 */
export async function carryOut(
  event: unknown,
  resourceOf: (request: CustomResourceRequest) => VoiceResource,
  patience: Patience,
): Promise<Outcome> {
  const known = knownIdOf(event);
  try {
    const request = readAs(requestShape, event);
    const resource = resourceOf(request);
    if (request.RequestType === "Delete") return await removed(known, resource, patience);
    const id = await patiently(patience, () => made(known, resource, patience.signal));
    return { PhysicalResourceId: id };
  } catch (error) {
    // With a deletion CloudFormation rolls a creation back that failed: of what nobody can read nothing was made.
    const isDeletion = Object(event).RequestType === "Delete";
    const hasNothing = isDeletion && known === undefined && error instanceof UnreadableRequestError;
    if (hasNothing) return { PhysicalResourceId: nothingMade };
    return { PhysicalResourceId: known ?? nothingMade, Reason: reasonOf(error) };
  }
}

/** An answer must give the ID that CloudFormation has, whatever else of the request is wrong. */
function knownIdOf(event: unknown): string | undefined {
  const id: unknown = Object(event).PhysicalResourceId;
  return typeof id === "string" && id !== nothingMade ? id : undefined;
}

async function made(
  known: string | undefined,
  resource: VoiceResource,
  signal: AbortSignal,
): Promise<string> {
  const id = known ?? (await resource.find(signal));
  if (id === undefined) return create(resource, signal);
  try {
    await resource.update(id, signal);
    return id;
  } catch (error) {
    // Somebody deleted it by hand. The new one's ID tells CloudFormation that the old one is to go.
    if (isGone(error)) return create(resource, signal);
    throw error;
  }
}

/** A request whose answer was lost is repeated by the SDK, and then in conflict with itself. */
async function create(resource: VoiceResource, signal: AbortSignal): Promise<string> {
  try {
    return await resource.create(signal);
  } catch (error) {
    const own = isTaken(error) ? await resource.find(signal) : undefined;
    if (own === undefined) throw error;
    await resource.update(own, signal);
    return own;
  }
}

async function removed(
  known: string | undefined,
  resource: VoiceResource,
  patience: Patience,
): Promise<Outcome> {
  await patiently(patience, async () => {
    const id = known ?? (await resource.find(patience.signal));
    if (id === undefined) return;
    await resource.remove(id, patience.signal).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  });
  return { PhysicalResourceId: known ?? nothingMade };
}

const firstWaitMs = 500;
const longestWaitMs = 8_000;

/** Again and again while what is in the way may pass, and there is time. */
async function patiently<T>({ signal, sleep }: Patience, attempt: () => Promise<T>): Promise<T> {
  for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
    try {
      return await attempt();
    } catch (error) {
      if (!passing.includes(nameOf(error)) || signal.aborted) throw error;
      await sleep(wait);
      if (signal.aborted) throw error;
    }
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "unknown";
  return `${nameOf(error)}: ${message}`.slice(0, 500);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
