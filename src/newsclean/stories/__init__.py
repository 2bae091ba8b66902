"""Articles -> stories: copies and versions of one text, then articles on one event.

`sketch` makes a small record of an article, wherever the article is digested; `group` takes the
sketches of all articles, in their order, and finds the stories.
"""

from newsclean.stories.group import COMMON, Member, Story, group, record
from newsclean.stories.sketch import Sketch, sketch

__all__ = ["COMMON", "Member", "Sketch", "Story", "group", "record", "sketch"]
