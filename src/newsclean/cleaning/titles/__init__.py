"""Lines and mark-up -> the headline, and where it stands."""
