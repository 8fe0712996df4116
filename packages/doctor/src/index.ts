export { AwsNotAskedError, askAws } from "./ask-aws.ts";
export { type Part, parts, type Reasons } from "./configuration.ts";
export { examine, type LambdaFile } from "./examine.ts";
export { examineIssuer, type FetchDocument } from "./examine-issuer.ts";
export type { Mistake } from "./mistake.ts";
export { type ReadDeployment, readDeployment } from "./read-deployment.ts";
export { readEnvironment } from "./read-environment.ts";
