/** What the rights to deploy a stack are limited to. */
export interface StackNames {
  /** Such as `SkillCall-Sma-prod`. */
  readonly stack: string;
  readonly stage: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** ARN of the instance of Amazon Connect that the stack's flows are in. */
  readonly connectInstanceArn?: string;
}

/** Of a stack's name what CloudFormation keeps in every name that it makes: it may shorten a long one. */
const kept = 24;

/** How the names begin that CloudFormation makes. */
export function madeName({ stack }: StackNames): string {
  return `${stack.slice(0, kept)}*`;
}

/** An ARN in the stack's account and Region. */
export function arnOf({ region, account }: StackNames, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
