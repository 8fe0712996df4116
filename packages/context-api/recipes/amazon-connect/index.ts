import { createHandler, deployedStore } from "./lambda.ts";

export const handler = createHandler(deployedStore());
