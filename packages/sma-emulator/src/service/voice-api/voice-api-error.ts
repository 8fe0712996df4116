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
export class VoiceApiError extends Error {
  override readonly name = "VoiceApiError";
  readonly code: VoiceApiErrorCode;

  constructor(code: VoiceApiErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  get status(): (typeof statuses)[VoiceApiErrorCode] {
    return statuses[this.code];
  }
}
