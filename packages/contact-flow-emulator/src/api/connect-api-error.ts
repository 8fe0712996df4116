import { AwsApiError } from "@skill-call/emulation";

/** Errors of the Connect API that its emulated operations give, with their HTTP status (client-connect, schemas). */
const statuses = {
  DestinationNotAllowedException: 403,
  InternalServiceException: 500,
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  LimitExceededException: 429,
  OutboundContactNotPermittedException: 403,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ThrottlingException: 429,
  TooManyRequestsException: 429,
  UnauthorizedException: 403,
} as const;

export type ConnectApiErrorCode = keyof typeof statuses;

/** A request that the API refuses. */
export class ConnectApiError extends AwsApiError<ConnectApiErrorCode> {
  override readonly name = "ConnectApiError";

  constructor(code: ConnectApiErrorCode, message: string) {
    super(code, statuses[code], message);
  }
}
