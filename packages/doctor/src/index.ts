export { type Part, parts, type Reasons } from "./configuration.ts";
export { examine, type LambdaFile } from "./examine.ts";
export type { Mistake } from "./mistake.ts";
export { type ReadDeployment, readDeployment } from "./read-deployment.ts";
export { readEnvironment } from "./read-environment.ts";
