/** The agent's page as one document, and the policy that lets exactly its own style and script run. */
export interface AgentPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}
