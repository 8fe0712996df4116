// What runs inside a Node Lambda's process: loads the file, tells the host whether that went well, and then answers
// one invocation at a time. Plain JavaScript, because Node runs it as it is:
// `lambda-runtime.mjs <file> <handler> <runtime>`.
// Error types and texts are those of aws-lambda-nodejs-runtime-interface-client.
import { createRequire, syncBuiltinESMExports } from "node:module";
import { basename, extname } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const [file, handlerName, runtime] = process.argv.slice(2);
const takesCallbacks = runtime !== "nodejs24.x";

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
  slowDown(Number(process.env.LAMBDA_TIMES_SLOWER ?? 1));
  pointOldSdkAtEndpoints();
  await leadHostsOfAwsHere();
  const module = await import(pathToFileURL(file).href).catch((error) => {
    throw asImportError(error);
  });
  const found = exportOf(module) ?? exportOf(module.default);
  if (typeof found !== "function") {
    const name = `${basename(file, extname(file))}.${handlerName}`;
    throw named("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
  }
  if (found.length >= 3 && !takesCallbacks) {
    throw named(
      "Runtime.CallbackHandlerDeprecated",
      "ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. " +
        "Make the handler async: export const handler = async (event, context) => …. " +
        "With ask-sdk: const skill = Alexa.SkillBuilders.custom()….create(), then " +
        "export const handler = async (event, context) => skill.invoke(event, context), in place of .lambda(). " +
        'To run it as it is, say "runtime": "nodejs22.x".',
    );
  }
  return found;
}

// A Lambda gives a request some part of a second; where each takes longer, its time passes more slowly.
function slowDown(times) {
  if (times === 1) return;
  const { setTimeout: after } = globalThis;
  const now = performance.now.bind(performance);
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const slowly = (task, ms, ...rest) => after(task, ms * times, ...rest);
  globalThis.setTimeout = Object.assign(slowly, after);
  performance.now = () => now() / times;
  AbortSignal.timeout = (ms) => timeout(ms * times);
}

function exportOf(module) {
  return handlerName.split(".").reduce((value, key) => value?.[key], module);
}

// Version 2 of the AWS SDK does not read AWS_ENDPOINT_URL_…; version 3 does.
function pointOldSdkAtEndpoints() {
  const sdk = oldSdk();
  if (!sdk) return;
  for (const [variable, endpoint] of Object.entries(process.env)) {
    const [, service] = /^AWS_ENDPOINT_URL_(\w+)$/.exec(variable) ?? [];
    if (service) sdk.config[service.replaceAll("_", "").toLowerCase()] = { endpoint };
  }
}

function oldSdk() {
  try {
    return createRequire(process.env.LAMBDA_SOURCE ?? file)("aws-sdk/global");
  } catch {
    return undefined;
  }
}

// Many a Lambda names an endpoint of AWS itself, as the guide of Amazon Chime said for years: what is for a service that
// has an endpoint here goes there all the same.
async function leadHostsOfAwsHere() {
  if (!Object.keys(process.env).some((name) => name.startsWith("AWS_ENDPOINT_URL_"))) return;
  const { default: http } = await import("node:http");
  const { default: https } = await import("node:https");
  for (const method of ["request", "get"]) {
    const original = https[method];
    https[method] = (...args) => {
      const { host, path, options } = requestOf(args);
      const endpoint = process.env[`AWS_ENDPOINT_URL_${serviceAt(host)}`];
      if (!endpoint) return original(...args);
      const { hostname, port } = new URL(endpoint);
      const target = { protocol: "http:", host: hostname, hostname, port, agent: undefined };
      const callback = args.find((argument) => typeof argument === "function");
      return http[method]({ ...options, ...target, path: withoutConsole(path) }, callback);
    };
  }
  syncBuiltinESMExports();
}

// https.request(url, options, callback), where either of the first two may be missing.
function requestOf([first, second]) {
  const isUrl = typeof first === "string" || first instanceof URL;
  const url = isUrl ? new URL(first) : { hostname: "", pathname: "/", search: "" };
  const given = isUrl ? second : first;
  const options = typeof given === "object" ? given : {};
  const { host = url.hostname, hostname = host, path = url.pathname + url.search } = options;
  return { host: hostname, path, options };
}

// The guide's endpoint is https://service.chime.aws.amazon.com/console.
function withoutConsole(path) {
  return path.replace(/^\/console(?=\/)/, "");
}

// The part of a variable's name that says which service it is for (SDK reference guide, "Service-specific endpoints").
function serviceAt(host) {
  if (host === "service.chime.aws.amazon.com") return "CHIME";
  const [, label] = /^([\w-]+)\.(?:[\w-]+\.)?amazonaws\.com$/.exec(host) ?? [];
  const irregular = { "voice-chime": "CHIME_SDK_VOICE", "meetings-chime": "CHIME_SDK_MEETINGS" };
  return irregular[label] ?? label?.toUpperCase().replaceAll("-", "_");
}

function asImportError(error) {
  const missing = ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(error?.code);
  if (missing) return named("Runtime.ImportModuleError", `${error}${hintAt(error)}`);
  if (error instanceof SyntaxError) return named("Runtime.UserCodeSyntaxError", String(error));
  return error;
}

// Lambda's own runtime brings the AWS SDK along, so that nothing says a project needs it.
function hintAt({ message }) {
  const [, name] =
    /Cannot find (?:module|package) '((?:@[^/']+\/)?[^@./'][^/']*)/.exec(message) ?? [];
  return name === undefined ? "" : `\nInstall it beside the Lambda: npm install --no-save ${name}`;
}

async function answer(invocation) {
  try {
    const result = await run(JSON.parse(invocation.event), contextOf(invocation));
    process.send({ type: "answered", payload: serialise(result) });
  } catch (error) {
    process.send({ type: "failed", error: describe(error) });
  }
}

// As the runtimes up to nodejs22.x do: a promise counts, else the callback (or context.done, succeed and fail, which
// are older still). What a handler returns that is neither is lost: with nothing left to wait for, the answer is null.
function run(event, context) {
  if (!takesCallbacks) return handler(event, context);
  return new Promise((resolve, reject) => {
    const done = (error, result) => (error == null ? resolve(result) : reject(error));
    const old = { done, succeed: resolve, fail: (error) => reject(error ?? new Error("handled")) };
    const returned = handler(event, { ...context, ...old }, done);
    if (typeof returned?.then === "function") returned.then(resolve, reject);
    else process.once("beforeExit", () => resolve(null)).channel.unref();
  }).finally(() => process.removeAllListeners("beforeExit").channel.ref());
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
    callbackWaitsForEmptyEventLoop: true,
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
