import { test } from "@jest/globals";
import {
  callContextFaultConformance,
  callContextStoreConformance,
  callerRecordsConformance,
  callHistoryConformance,
} from "../src/testing/index.ts";
import { systemAfter } from "../src/timers.ts";
import { LocalTable } from "./local-table.ts";

const table = new LocalTable();

callContextStoreConformance({ test, createStore: (settings) => table.store(settings) });
callHistoryConformance({ test, createStore: (settings) => table.store(settings) });
callerRecordsConformance({
  test,
  createStore: (settings) =>
    Object.assign(table.store(settings), table.callerRecords({ clock: settings.clock })),
});
callContextFaultConformance({
  test,
  faults: {
    add: (fault) => table.dynamoDb.faults.add(fault),
    clear: () => table.dynamoDb.faults.clear(),
  },
  // The limits double: a busy machine gets its answer later, and an idle one does not wait.
  createStore: (settings) =>
    table.store({ ...settings, attemptTimeoutMs: 100, after: systemAfter }),
});
