"""What a text is made of for quotes: marks, words, lexicon, transcripts, morphology."""
