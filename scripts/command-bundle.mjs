// How the commands are bundled that run in this repository: for Node, with the house's packages in them, which are
// TypeScript; dependencies stay outside.
import { dependenciesOutside } from "./dependencies-outside.mjs";

/** Options of esbuild, but for what is bundled, and into which file. */
export const commandBundle = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  plugins: [dependenciesOutside],
  sourcemap: true,
  logLevel: "warning",
};
