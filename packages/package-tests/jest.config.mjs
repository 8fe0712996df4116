import base from "../../jest.config.base.mjs";

// Two installs from the registry: on a cold cache they take longer than a test may elsewhere.
export default { ...base, testTimeout: 180_000 };
