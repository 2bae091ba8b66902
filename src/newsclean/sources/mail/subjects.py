"""What answering, forwarding and lists ("[harbour]") put before the subject of a mail."""

from __future__ import annotations

import re

from newsclean.patterns import lazy_regex

_REPLY = lazy_regex(
    r"^(?:(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*:|\[[^\[\]]{1,40}\])\s*)+", re.IGNORECASE
)


def without_reply(subject: str) -> str:
    """A subject without "Re:", "Fwd:" and the tag of a list.

    >>> without_reply("Fwd: Re: [harbour] Ferry runs aground")
    'Ferry runs aground'
    """
    return _REPLY.sub("", subject).strip()
