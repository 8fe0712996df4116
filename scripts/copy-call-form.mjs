// Puts the repository's call form beside the built Lambda of the package it is run in, which reads it at start.
import { cpSync } from "node:fs";

for (const part of ["call-form.json", "words"])
  cpSync(`../../${part}`, `dist/lambda/${part}`, { recursive: true });
