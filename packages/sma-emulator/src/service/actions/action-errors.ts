import type { ServiceError } from "@skill-call/pstn-audio";

// The guide, "Debugging unexpected ACTION_FAILED events" and the page of each action.

export const invalidLeg: ServiceError = {
  type: "InvalidActionParameter",
  message: "CallId or ParticipantTag parameter for action is invalid.",
};

export const invalidEndpoint: ServiceError = {
  type: "InvalidActionParameter",
  message: "Endpoint parameter is invalid.",
};

export const invalidJoinToken: ServiceError = {
  type: "InvalidActionParameter",
  message: "JoinToken parameter value is invalid.",
};

export const noAudioFile: ServiceError = {
  type: "InvalidAudioSource",
  message: "Cannot access S3 bucket or audio file.",
};

export const notUploaded: ServiceError = {
  type: "InvalidActionParameter",
  message: "Error occurred while uploading recording to S3 bucket.",
};

export const callNotAnswered: ServiceError = {
  type: "CallNotAnswered",
  message: "Call not answered",
};

export const systemError: ServiceError = {
  type: "SystemException",
  message: "System error while running action.",
};
