// What runs inside a Lambda's process: loads the file, tells the host whether that went well, and then answers
// one invocation at a time. Plain JavaScript, because Node runs it as it is: `lambda-runtime.mjs <file> <handler>`.
// Error types and texts are those of aws-lambda-nodejs-runtime-interface-client for nodejs24.x.
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const [file, handlerName] = process.argv.slice(2);

// The host ended, or let go of this process: nothing of it may stay behind.
process.on("disconnect", () => process.exit(0));
// Ctrl-C in a terminal reaches every process of the group; the host decides when this one ends.
process.on("SIGINT", () => {});

const handler = await loadHandler().catch((error) => {
  process.send({ type: "init-failed", error: describe(error) }, () => process.exit(1));
});
if (handler) {
  process.on("message", (invocation) => void answer(invocation));
  process.on("uncaughtException", (error) => crash(describe(error), 129));
  process.on("unhandledRejection", (reason) => crash(describeRejection(reason), 128));
  process.send({ type: "ready" });
  watchHost();
}

async function loadHandler() {
  const module = await import(pathToFileURL(file).href).catch((error) => {
    throw asImportError(error);
  });
  const found = module[handlerName] ?? module.default?.[handlerName];
  if (typeof found !== "function") {
    throw named("Runtime.HandlerNotFound", `index.${handlerName} is undefined or not exported`);
  }
  if (found.length >= 3) {
    throw named(
      "Runtime.CallbackHandlerDeprecated",
      "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. " +
        "Make the handler async: export const handler = async (event, context) => …",
    );
  }
  return found;
}

function asImportError(error) {
  const missing = ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(error?.code);
  if (missing) return named("Runtime.ImportModuleError", String(error));
  if (error instanceof SyntaxError) return named("Runtime.UserCodeSyntaxError", String(error));
  return error;
}

async function answer(invocation) {
  try {
    const result = await handler(JSON.parse(invocation.event), contextOf(invocation));
    process.send({ type: "answered", payload: serialise(result) });
  } catch (error) {
    process.send({ type: "failed", error: describe(error) });
  }
}

function serialise(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? "null";
  } catch {
    throw named("Runtime.JSONStringifyError", "Unable to stringify response body");
  }
}

function contextOf({ requestId, remainingMs }) {
  const deadline = performance.now() + remainingMs;
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME;
  return {
    functionName,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:${functionName}`,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
}

function crash(error, exitCode) {
  process.send({ type: "crashed", error }, () => process.exit(exitCode));
}

function describeRejection(reason) {
  return { errorType: "Runtime.UnhandledPromiseRejection", message: String(reason) };
}

function describe(error) {
  if (error instanceof Error) return { errorType: error.name, message: error.message };
  return { errorType: typeof error, message: String(error) };
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}

// A handler that never gives the event loop back would not notice that the host was killed.
function watchHost() {
  const { pid, ppid } = process;
  const source = `setInterval(() => { if (process.ppid !== ${ppid}) process.kill(${pid}, "SIGKILL"); }, 1000)`;
  new Worker(source, { eval: true, env: {} }).unref();
}
