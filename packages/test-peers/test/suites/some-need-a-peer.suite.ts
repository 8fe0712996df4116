import { test } from "@jest/globals";
import { testWith } from "../../src/index.ts";
import { nobody } from "./nobody.ts";

const peerTest = testWith(nobody);

test("needs nobody", () => {});
peerTest("needs a peer", async () => {});
peerTest.each(["one", "another"])("needs %s peer", async () => {});
