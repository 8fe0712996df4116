/** A request that an emulated API of AWS refuses; each API has a subclass, with its own codes. */
export class AwsApiError<Code extends string = string> extends Error {
  override readonly name: string = "AwsApiError";
  /** Goes into the `x-amzn-errortype` header, such as `ThrottlingException`. */
  readonly code: Code;
  /** Of HTTP. */
  readonly status: number;

  constructor(code: Code, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
