export { typedInProject } from "./as-typed.ts";
export { runProgram } from "./run-program.ts";
