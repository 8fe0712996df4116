import { runProgram, typedInProject } from "@skill-call/cli";

await runProgram(import.meta.url, { typed: typedInProject, withDoctor: false });
