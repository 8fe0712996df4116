"""A SIP media application in Python: asks for a key, rings the desk, apologises when it is busy."""


def lambda_handler(event, context):
    legs = event["CallDetails"]["Participants"]
    caller = legs[0]
    kind = event["InvocationEventType"]
    action = event.get("ActionData", {})
    if kind == "NEW_INBOUND_CALL":
        return answer(ask(caller))
    if kind == "ACTION_SUCCESSFUL" and action["Type"] == "SpeakAndGetDigits":
        return answer(ring(caller["To"], "+12065550100"))
    if kind == "ACTION_FAILED":
        return answer(speak(caller, "The desk is busy. Goodbye."), hangup(caller))
    if kind == "HANGUP":
        return answer(*(hangup(leg) for leg in legs if leg.get("Status") == "Connected"))
    return answer()


def answer(*actions):
    return {"SchemaVersion": "1.0", "Actions": list(actions)}


def speak(leg, text):
    return {"Type": "Speak", "Parameters": {"CallId": leg["CallId"], "Text": text}}


def hangup(leg):
    return {"Type": "Hangup", "Parameters": {"CallId": leg["CallId"], "SipResponseCode": "0"}}


def ask(leg):
    return {
        "Type": "SpeakAndGetDigits",
        "Parameters": {
            "CallId": leg["CallId"],
            "MinNumberOfDigits": 1,
            "MaxNumberOfDigits": 1,
            "RepeatDurationInMilliseconds": 3000,
            "SpeechParameters": {"Text": "Welcome. Press 1 for the desk."},
            "FailureSpeechParameters": {"Text": "Sorry, I did not get that."},
        },
    }


def ring(caller_id, number):
    return {
        "Type": "CallAndBridge",
        "Parameters": {
            "CallerIdNumber": caller_id,
            "Endpoints": [{"BridgeEndpointType": "PSTN", "Uri": number}],
        },
    }
