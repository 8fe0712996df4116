/** What a peer is invoked with. */
export interface Ask {
  readonly contextId: string;
  readonly transactionId: string;
}
