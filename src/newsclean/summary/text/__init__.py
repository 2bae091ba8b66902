"""What a sentence is by itself: its words, how much it says, whether it can stand alone."""
