import type { IncomingHttpHeaders } from "node:http";
import type { InvocationEnd } from "./lambda-function.ts";

/** What an endpoint in the shape of Lambda's Invoke API answers. */
export interface InvokeReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Reads the reply of Lambda itself, of SAM local and of the runtime interface emulator, which all differ in errors. */
export function readInvokeReply({ status, headers, body }: InvokeReply): InvocationEnd {
  // The runtime interface emulator answers a time-out with status 200 and this text (its issue 21).
  if (/^Task timed out after /.test(body)) {
    return { outcome: "timed-out", errorType: "Sandbox.Timedout", message: body.trim() };
  }
  const payload = parsed(body);
  const error = functionError(payload?.value);
  if (status >= 400) return refused(status, String(headers["x-amzn-errortype"] ?? ""));
  if (headers["x-amz-function-error"] || error) return thrown(error);
  if (!payload) return failed("Runtime.JSONStringifyError", "The answer is not JSON.");
  return { outcome: "answered", payload: payload.value };
}

interface FunctionError {
  readonly errorType?: string;
  readonly errorMessage: string;
}

/** The runtime interface emulator tells errors by the payload's shape alone, without the header (its issue 20). */
function functionError(payload: unknown): FunctionError | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  const { errorType, errorMessage } = payload as Partial<Record<string, unknown>>;
  if (typeof errorMessage !== "string") return undefined;
  return { errorMessage, ...(typeof errorType === "string" && { errorType }) };
}

function thrown(error: FunctionError | undefined): InvocationEnd {
  const message = error?.errorMessage ?? "The function failed without an error message.";
  if (/Task timed out after /.test(message)) {
    return { outcome: "timed-out", errorType: error?.errorType ?? "Sandbox.Timedout", message };
  }
  return failed(error?.errorType ?? "Unhandled", message);
}

function refused(status: number, errorType: string): InvocationEnd {
  return failed(errorType.split(":")[0] || "ServiceException", `The endpoint answered ${status}.`);
}

function failed(errorType: string, message: string): InvocationEnd {
  return { outcome: "failed", errorType, message };
}

function parsed(body: string): { readonly value: unknown } | undefined {
  if (body === "") return { value: null };
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}
