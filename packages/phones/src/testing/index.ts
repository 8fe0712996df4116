export { loudness } from "../media/testing/loudness.ts";
export {
  connect,
  openTwoEndpoints,
  type TwoEndpoints,
} from "../media/testing/two-endpoints.ts";
