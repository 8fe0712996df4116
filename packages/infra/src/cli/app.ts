// What `cdk.json` runs: the CDK's command line gives the context, and reads the templates.
import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import { deployedApp } from "./deployed-app.ts";
import { sayMistakes } from "./say-mistakes.ts";

const packagesFolder = fileURLToPath(new URL("../../", import.meta.url));

sayMistakes(() => {
  const path = String(new App().node.tryGetContext("deployment"));
  deployedApp({ path, packagesFolder }).synth();
});
