import { test } from "node:test";
import { createInMemoryCallContextStore } from "@skill-call/call-context";
import { callContextStoreConformance } from "@skill-call/call-context/testing";

// Stands for a team that tests its own store.
callContextStoreConformance({ test, createStore: createInMemoryCallContextStore });
