/** What a request says about who sends it. */
export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** The ARN of who signed the request, once AWS checked the signature. */
  readonly iamArn: string | undefined;
}
