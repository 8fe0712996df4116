def test_the_desk_is_connected(sma):
    call = sma.call(**{"from": "+12045551111"})
    call.heard(text="Press 1 for the desk")
    call.press(digits="1")
    event = call.told(eventType="ACTION_SUCCESSFUL")
    assert event["ActionData"]["Type"] == "SpeakAndGetDigits"
    call.told(eventType="ACTION_SUCCESSFUL")
    sma.post("/callee", does="hangUp")
    assert call.over()["problems"] == []


def test_a_busy_desk_is_told_to_the_caller(sma):
    sma.post("/callee", does="busy")
    call = sma.call()
    call.heard(text="Press 1 for the desk")
    call.press(digits="1")
    call.heard(text="The desk is busy")
    assert call.over()["problems"] == [
        "CallAndBridge failed: CallNotAnswered, it was busy (SIP status 486)"
    ]


def test_an_answer_that_is_lost_is_asked_for_again(sma):
    sma.post("/faults", fault="NEW_INBOUND_CALL:answer-lostx1")
    call = sma.call()
    problems = call.heard(text="Press 1 for the desk")["problems"]
    assert problems == ["no answer: AWS Lambda client operation timed out."]
    call.hang_up()
    call.over()
