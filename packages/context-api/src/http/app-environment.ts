/** What an adapter tells the app about a request besides the request. */
export interface AppEnvironment {
  readonly Bindings: {
    /** The ARN of who signed the request; only the Lambda's adapter can know it. */
    readonly iamArn?: string;
  };
}
