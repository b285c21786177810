"""Values → lines of type, for a width: what a page says and how it breaks, not its colours.

A line is made of spans; a span has a role ("headline", "quiet") that a style sheet colours.
Text is never markup here: whatever a headline holds is printed as it stands.
"""
