import { createInMemoryCallContextStore } from "@skill-call/call-context";

/** Stands for the store of another team. */
export const createOurStore = createInMemoryCallContextStore;
