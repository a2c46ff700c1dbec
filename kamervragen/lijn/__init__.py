"""Hand to hand: assign, contribute, initial, check, hand over, rectify."""
