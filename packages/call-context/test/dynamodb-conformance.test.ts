import { test } from "@jest/globals";
import { callContextStoreConformance, callHistoryConformance } from "../src/testing/index.ts";
import { LocalTable } from "./local-table.ts";

const table = new LocalTable();

callContextStoreConformance({ test, createStore: (settings) => table.store(settings) });
callHistoryConformance({ test, createStore: (settings) => table.store(settings) });
