// What `pnpm run doctor` asks of a deployment document: `node dist/describe.mjs <deployment document>`.
import { describeDeployment } from "../describe-deployment.ts";

const [path = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(describeDeployment(path)));
