import { typedInRepository } from "./as-typed.ts";
import { runProgram } from "./run-program.ts";

await runProgram(import.meta.url, { typed: typedInRepository(process.env), withDoctor: true });
