/** What CloudFormation hands to a custom resource's Lambda (user guide, "Custom resource request objects"). */
export interface CustomResourceEvent {
  readonly RequestType: "Create" | "Update" | "Delete";
  readonly ResourceType: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly ResponseURL: string;
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

/** Carries out what CloudFormation asks, whatever was done before, and answers the resource's ID, which never changes. */
export async function carryOut(
  {
    RequestType,
    PhysicalResourceId,
  }: Pick<CustomResourceEvent, "RequestType" | "PhysicalResourceId">,
  resource: VoiceResource,
  patience: Patience,
): Promise<Outcome> {
  const known = PhysicalResourceId === nothingMade ? undefined : PhysicalResourceId;
  try {
    if (RequestType === "Delete") return await removed(known, resource, patience);
    const id = await patiently(patience, () => made(known, resource, patience.signal));
    return { PhysicalResourceId: id };
  } catch (error) {
    return { PhysicalResourceId: known ?? nothingMade, Reason: reasonOf(error) };
  }
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
