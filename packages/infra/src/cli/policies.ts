// `pnpm policies`: the IAM policies that deploying each stack of a document takes, with no account and no network.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readDeployment } from "../deployment/read-deployment.ts";
import { cloudFormationPolicy, deletionPolicy, personPolicy } from "../policies/deploy-policies.ts";
import { deployedApp } from "./deployed-app.ts";
import { callersFolder, documentPath } from "./document-path.ts";
import { sayMistakes } from "./say-mistakes.ts";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));

const help = `Writes the IAM policies that deploying each stack of a deployment document takes: CloudFormation's role, and
the person or workflow that deploys. For the call contexts also that of the person who deletes one caller's.

  npx -y pnpm@12 policies --account <12 digits> [deployment document]

Without a document it takes packages/infra/deployment.json, and where there is none, deployment.example.json.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean", short: "h" }, account: { type: "string" } },
});
const { account = "" } = values;

if (values.help) process.stdout.write(help);
else if (/^\d{12}$/.test(account)) {
  sayMistakes(() => writePolicies(documentPath(positionals[0], packageFolder)));
} else {
  process.stderr.write("--account: the 12 digits of the account that is deployed to\n");
  process.exitCode = 2;
}

function writePolicies(path: string): void {
  const { stage, region, connect, encryption } = readDeployment(path);
  const folder = join(packageFolder, "dist", "policies");
  mkdirSync(folder, { recursive: true });
  const app = deployedApp({ path, packagesFolder: join(packageFolder, "..") });
  for (const { stackName, templateFullPath } of app.synth().stacks) {
    const names = {
      ...{ stack: stackName, stage, region, account },
      ...(connect && { connectInstanceArn: connect.instanceArn }),
    };
    const template = JSON.parse(readFileSync(templateFullPath, "utf8"));
    const policies = {
      cloudformation: cloudFormationPolicy(template, names),
      person: personPolicy(names),
      ...(stackName.startsWith("SkillCall-CallContext-") && {
        deletion: deletionPolicy(names, encryption),
      }),
    };
    for (const [whose, policy] of Object.entries(policies)) {
      const file = join(folder, `${stackName}.${whose}.json`);
      writeFileSync(file, `${JSON.stringify(policy, null, 1)}\n`);
      process.stdout.write(`${relative(callersFolder, file)}\n`);
    }
  }
}
