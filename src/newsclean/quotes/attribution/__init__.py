"""Who says it: context, candidates, choice, resolution, interviews, reported speech."""
