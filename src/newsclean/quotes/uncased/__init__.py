"""Who speaks where a script has no capitals and blanks part words: Arabic, Persian, Hebrew, Hindi."""
