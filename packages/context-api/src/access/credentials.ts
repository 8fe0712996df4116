/** What a request says about who sends it. */
export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** ARN of the signer of the request, once AWS has checked the signature. */
  readonly iamArn: string | undefined;
}
