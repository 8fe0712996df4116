// Powertools' tracer over the X-Ray SDK. To be imported when an invocation is sampled: it takes its time to load.
import { Tracer } from "@aws-lambda-powertools/tracer";
import { nameOf } from "../log/error-facts.ts";
import type { Annotations, AwsClient, AwsOperation } from "./tracing.ts";
import { withoutWords } from "./without-words.ts";

// Node's HTTP stays as it is: patched, it would tell X-Ray every URL, and lose the requests that end early.
const tracer = new Tracer({ captureHTTPsRequests: false });
const { provider } = tracer;
const silent = () => {};

provider.setLogger({ error: silent, warn: silent, info: silent, debug: silent });
// What is asked for outside a sampled invocation goes untraced, and that is all.
provider.setContextMissingStrategy(silent);

/** Stands for Lambda's own segment. The SDK makes it while it is loaded, and hands it out only then. */
const lambdaSegment = tracer.isTracingEnabled() ? provider.getSegment() : undefined;

type Run = () => Promise<unknown>;
type Subsegment = NonNullable<Parameters<Parameters<typeof provider.captureAsyncFunc>[1]>[0]>;

/** Runs an invocation in a subsegment of Lambda's own segment. */
export function traceInvocation(run: Run, facts: Annotations): void {
  provider.getNamespace().run(() => {
    if (lambdaSegment) provider.setSegment(lambdaSegment);
    const name = `## ${process.env._HANDLER}`;
    trace(run, { name, begun: (subsegment) => addAnnotations(subsegment, facts) });
  });
}

/** Runs a request to another service in a subsegment of whatever runs now. */
export function traceRequest(run: Run, asked: string | AwsOperation): void {
  if (typeof asked === "string") {
    const begun = (subsegment: Subsegment) => subsegment.addAttribute("namespace", "remote");
    trace(run, { name: asked, begun });
  } else {
    traceOperation(run, asked);
  }
}

/** As the X-Ray SDK tells of a request of the AWS SDK. */
function traceOperation(run: Run, { service, operation, tableName }: AwsOperation): void {
  const aws = { operation, ...(tableName !== undefined && { table_name: tableName }) };
  const begun = (subsegment: Subsegment) => {
    subsegment.addAttribute("namespace", "aws");
    subsegment.addAttribute("aws", aws);
  };
  trace(run, { name: service, begun });
}

/** Has a client trace its requests from now on, as far as they belong to a sampled invocation. */
export function traceClient(client: AwsClient): void {
  withoutWords(provider.captureAWSv3Client(client));
}

/** Annotates the subsegment of whatever runs now. */
export function annotate(facts: Annotations): void {
  addAnnotations(provider.getSegment(), facts);
}

interface Beginning {
  readonly name: string;
  begun(subsegment: Subsegment): void;
}

function trace(run: Run, { name, begun }: Beginning): void {
  provider.captureAsyncFunc(name, (subsegment) => {
    if (!subsegment) return;
    begun(subsegment);
    run()
      .then(
        () => close(subsegment),
        (error) => closeFailed(subsegment, error),
      )
      .catch(silent);
  });
}

/** An error's words may quote a person: its name or code has to do. */
function closeFailed(subsegment: Subsegment, error: unknown): void {
  subsegment.addFaultFlag();
  addAnnotations(subsegment, { error: nameOf(error) });
  close(subsegment);
}

/** A request that was let go of is still open, and the SDK would send nothing of an invocation that has one. */
function close(subsegment: Subsegment): void {
  for (const child of [...(subsegment.subsegments ?? [])]) {
    if (child.isClosed()) continue;
    child.addFaultFlag();
    close(child);
  }
  subsegment.close();
}

function addAnnotations(
  segment: Pick<Subsegment, "addAnnotation"> | undefined,
  facts: Annotations,
): void {
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) segment?.addAnnotation(name, value);
  }
}
