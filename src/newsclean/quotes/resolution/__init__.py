"""The mention that a quote is given to -> who that is, with the fullest name and the role."""
