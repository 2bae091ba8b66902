"""An article that is a list -> the points that tell it."""
