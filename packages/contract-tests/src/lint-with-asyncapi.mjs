// Prints what AsyncAPI's own parser finds in a document: mistakes and warnings, one line each.
import { readFileSync } from "node:fs";
import asyncapi from "@asyncapi/parser";

const parser = new asyncapi.Parser();
const { diagnostics } = await parser.parse(readFileSync(process.argv[2], "utf8"));
// 0: mistake, 1: warning; what is below is advice.
for (const { severity, code, path, message } of diagnostics) {
  if (severity <= 1) process.stdout.write(`${code} ${path.join(".")}: ${message}\n`);
}
