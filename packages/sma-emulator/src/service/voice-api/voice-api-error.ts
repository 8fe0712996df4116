import { AwsApiError } from "@skill-call/emulation";

/** Errors of the Amazon Chime SDK voice API, with their HTTP status (client-chime-sdk-voice, schemas). */
const statuses = {
  BadRequestException: 400,
  UnauthorizedClientException: 401,
  AccessDeniedException: 403,
  ForbiddenException: 403,
  NotFoundException: 404,
  ConflictException: 409,
  ResourceLimitExceededException: 400,
  ThrottledClientException: 429,
  ServiceFailureException: 500,
  ServiceUnavailableException: 503,
} as const;

export type VoiceApiErrorCode = keyof typeof statuses;

/** A request that the API refuses. */
export class VoiceApiError extends AwsApiError<VoiceApiErrorCode> {
  override readonly name = "VoiceApiError";

  constructor(code: VoiceApiErrorCode, message: string) {
    super(code, statuses[code], message);
  }
}
