import { AwsApiError } from "@skill-call/emulation";

/** Errors of the Amazon Chime SDK meetings API, with their HTTP status (client-chime-sdk-meetings, schemas). */
const statuses = {
  BadRequestException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  NotFoundException: 404,
  ConflictException: 409,
  UnprocessableEntityException: 422,
  ThrottlingException: 429,
  // What the guide's error table calls the same thing.
  ThrottledException: 429,
  LimitExceededException: 400,
  ServiceFailureException: 500,
  ServiceUnavailableException: 503,
} as const;

export type MeetingsErrorCode = keyof typeof statuses;

/** An answer of the API that says no. */
export class MeetingsApiError extends AwsApiError<MeetingsErrorCode> {
  override readonly name = "MeetingsApiError";

  constructor(code: MeetingsErrorCode, message: string) {
    super(code, statuses[code], message);
  }
}
