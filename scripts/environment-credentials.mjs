// An esbuild plugin for Lambdas: credentials come from the environment, where AWS Lambda puts those of the
// function's role, and from nowhere else. See docs/decisions/0003-how-lambdas-are-bundled.md.
import { dirname } from "node:path";

const providerChain = /@aws-sdk[\\/]credential-provider-node[\\/].*[\\/]index\.js$/;

export const environmentCredentials = {
  name: "environment-credentials",
  setup(build) {
    build.onLoad({ filter: providerChain }, ({ path }) => ({
      contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
      resolveDir: dirname(path),
    }));
  },
};
