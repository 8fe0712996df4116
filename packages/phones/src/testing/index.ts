export { loudness } from "../media/testing/loudness.ts";
export {
  connect,
  openTwoEndpoints,
  type TwoEndpoints,
  until,
} from "../media/testing/two-endpoints.ts";
