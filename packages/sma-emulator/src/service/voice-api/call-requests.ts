import type { Configuration, SipMediaApplication } from "../configuration.ts";
import { VoiceApiError } from "./voice-api-error.ts";

/** CreateSipMediaApplicationCall. */
export interface CreateCallRequest {
  readonly sipMediaApplicationId: string;
  /** E.164; one of the account's numbers for SIP media applications. */
  readonly fromPhoneNumber: string;
  /** E.164. */
  readonly toPhoneNumber: string;
  /** Of the INVITE to the phone; they never reach the Lambda. */
  readonly sipHeaders?: Readonly<Record<string, string>>;
  /** Reach the Lambda with NEW_OUTBOUND_CALL. */
  readonly argumentsMap?: Readonly<Record<string, string>>;
}

/** UpdateSipMediaApplicationCall. */
export interface UpdateCallRequest {
  readonly sipMediaApplicationId: string;
  readonly transactionId: string;
  /** Reach the Lambda with CALL_UPDATE_REQUESTED. */
  readonly arguments: Readonly<Record<string, string>>;
}

/** API reference: ArgumentsMap and Arguments have 0 to 20 entries; guide, "Using SIP headers". */
const mostArguments = 20;
const mostHeaderCharacters = 2048;

/**
 * The SIP media application that shall have the call.
 * @throws {VoiceApiError} NotFoundException or BadRequestException
 */
export function checkCreateCall(
  configuration: Configuration,
  request: CreateCallRequest,
): SipMediaApplication {
  const application = configuration.sipMediaApplications.find(
    ({ id }) => id === request.sipMediaApplicationId,
  );
  if (!application) throw notFound("The SIP media application");
  for (const field of ["fromPhoneNumber", "toPhoneNumber"] as const) {
    if (!/^\+[1-9]\d{1,14}$/.test(request[field])) throw bad(field, "is not an E.164 number");
  }
  if (!isForApplications(configuration, request.fromPhoneNumber)) {
    throw bad("fromPhoneNumber", "is not a number of the account for SIP media applications");
  }
  checkArguments("argumentsMap", request.argumentsMap ?? {});
  checkHeaders(request.sipHeaders ?? {});
  return application;
}

/** @throws {VoiceApiError} BadRequestException */
export function checkArguments(field: string, given: Readonly<Record<string, string>>): void {
  if (Object.keys(given).length > mostArguments) {
    throw bad(field, `has more than ${mostArguments} entries`);
  }
}

export function notFound(what: string): VoiceApiError {
  return new VoiceApiError("NotFoundException", `${what} was not found.`);
}

function isForApplications({ numbers }: Configuration, from: string): boolean {
  return numbers.some(
    ({ number, productType }) => number === from && productType === "SipMediaApplicationDialIn",
  );
}

function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const refused = Object.entries(headers).find(
    ([name, value]) => !isAllowedName(name) || value.length > mostHeaderCharacters,
  );
  if (refused) throw bad("sipHeaders", `may not hold ${refused[0]}`);
}

function isAllowedName(name: string): boolean {
  return /^(x-(?!amzn).+|user-to-user|diversion)$/i.test(name);
}

function bad(field: string, problem: string): VoiceApiError {
  const member = `${field[0]?.toUpperCase()}${field.slice(1)}`;
  return new VoiceApiError("BadRequestException", `${member} ${problem}.`);
}
