"""Who speaks where a script has no capitals and blanks part its words: Arabic, Persian, Hebrew."""
