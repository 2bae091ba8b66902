"""Text -> lines, and what a line is by itself: segments, phrases, dates, bylines, credits."""
