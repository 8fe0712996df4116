import { test } from "@jest/globals";
import { StandInKms } from "@skill-call/test-peers/kms";
import { kmsDataKeys } from "../src/index.ts";
import {
  callContextStoreConformance,
  callerRecordsConformance,
  callHistoryConformance,
} from "../src/testing/index.ts";
import { LocalTable } from "./local-table.ts";

const table = new LocalTable();
const kms = new StandInKms();
const dataKeys = kmsDataKeys(kms, kms.createKey());

callContextStoreConformance({
  test,
  createStore: (settings) => table.store({ ...settings, dataKeys }),
});
callHistoryConformance({ test, createStore: (settings) => table.store({ ...settings, dataKeys }) });
callerRecordsConformance({
  test,
  createStore: ({ clock, ttlSeconds }) =>
    Object.assign(
      table.store({ clock, ttlSeconds, dataKeys }),
      table.callerRecords({ clock, ttlSeconds, dataKeys }),
    ),
});
