import base from "../../jest.config.base.mjs";

// Generators and linters are slow to start, the more so on a busy machine.
export default { ...base, testTimeout: 180_000 };
