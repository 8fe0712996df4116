import type { SignIn } from "../access/sign-in.ts";
import type { FieldLabels } from "./field-labels.ts";

/** The agent's page as one document, and the policy that lets exactly its own style and script run. */
export interface AgentPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** What the page and `<call-context>` are told by the deployment; nothing of it is a secret. */
export interface AgentSettings {
  readonly labels: FieldLabels;
  /** Address of an account in the CRM, with `{accountId}` in it. */
  readonly accountLink?: string;
  /** Origins whose pages may show the page in a frame and talk with it. */
  readonly frameAncestors: readonly string[];
  /** Absent: the page asks for a token. */
  readonly signIn?: SignIn;
}

interface Openings {
  readonly frameAncestors: readonly string[];
  readonly signIn: SignIn | undefined;
}

/** The page's own policy, opened for those who may frame it and for the issuer that tokens are asked of. */
export function policyFor(page: AgentPage, { frameAncestors, signIn }: Openings): string {
  const issuer = signIn ? ` ${new URL(signIn.tokenEndpoint).origin}` : "";
  const framing = frameAncestors.length > 0 ? frameAncestors.join(" ") : "'none'";
  return page.contentSecurityPolicy
    .replace("connect-src 'self'", `connect-src 'self'${issuer}`)
    .replace("frame-ancestors 'none'", `frame-ancestors ${framing}`);
}
