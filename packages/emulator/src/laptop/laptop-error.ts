export const laptopErrorCodes = ["laptop.not-built", "laptop.outside-repository"] as const;
export type LaptopErrorCode = (typeof laptopErrorCodes)[number];

/** The laptop cannot start; the message says what to do. */
export class LaptopError extends Error {
  override readonly name = "LaptopError";
  readonly code: LaptopErrorCode;

  constructor(code: LaptopErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
