"""Finds the variables that a TypeScript cell declares, with types, values and comments: enough for a cell of parameters.

A reader of tokens, not a parser: unknown statements are skipped.
"""

import re

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
      | (?P<line>\n)
      | (?P<space>[^\S\n]+)
      | (?P<word>[\w$]+(?:\.\d\w*(?:[-+]\d+)?)?)
      | (?P<mark>=>|.)""",
    re.VERBOSE | re.DOTALL,
)
OPEN, CLOSE = "([{<", ")]}>"


def declarations(source):
    """A list of (name, type or "", value, comment), in the order of the cell."""
    tokens = [(match.lastgroup, match[0]) for match in TOKEN.finditer(source)]
    found, before, at = [], "", 0
    while at < len(tokens):
        kind, text = tokens[at]
        at += 1
        if kind == "comment":
            before = plain(text)
        elif kind == "word" and text in ("let", "const", "var"):
            more, at = statement(tokens, at)
            found += [(name, type_, value, said or before) for name, type_, value, said in more]
            before = ""
        elif kind not in ("space", "line") and (kind, text) != ("word", "export"):
            at, before = skip(tokens, at), ""
    return found


def statement(tokens, at):
    """The declarations behind `let`, and where the statement ends."""
    found, ended = [], False
    while not ended:
        head, at = part(tokens, at, ":=,;", in_type=False)
        type_, value = "", ""
        if text_at(tokens, at) == ":":
            type_, at = part(tokens, at + 1, "=,;", in_type=True)
        if text_at(tokens, at) == "=":
            value, at = part(tokens, at + 1, ",;", in_type=False)
        ended = text_at(tokens, at) != ","
        at += text_at(tokens, at) in (",", ";")
        said, at = comment_on_line(tokens, at)
        if re.fullmatch(r"[\w$]+", head) and value:
            found.append((head, type_, value, said))
    return found, at


def part(tokens, at, ends, in_type):
    """The text up to one of the marks in `ends`, or to a line that ends the statement; comments are left out."""
    depth, text = 0, ""
    while at < len(tokens):
        kind, token = tokens[at]
        if depth == 0 and (kind == "mark" and token in ends or kind == "line" and text.strip() and done(tokens, at, text)):
            break
        if kind == "mark":
            angle = token in "<>" and not in_type  # less and greater, in a value
            depth += 0 if angle or len(token) > 1 else (token in OPEN) - (token in CLOSE)
        if kind == "comment" and token.startswith("//") and depth == 0 and done(tokens, at + 1, text):
            break
        text += "" if kind == "comment" else " " if kind in ("space", "line") else token
        at += 1
    return re.sub(r"\s+", " ", text).strip() if "`" not in text else text.strip(), at


def done(tokens, at, text):
    """Whether a statement can end at this line: nothing on either side of it asks for more."""
    following = next((token for kind, token in tokens[at:] if kind not in ("space", "line", "comment")), "end")
    return text.rstrip()[-1:] not in tuple("+-*/%&|^=<>?:,([{.!~") and following[0] not in "+-*/%&|^=<>?:,.)]}([;"


def comment_on_line(tokens, at):
    """The comment after a statement on its last line, and where reading continues."""
    while at < len(tokens) and tokens[at][0] == "space":
        at += 1
    if at < len(tokens) and tokens[at][0] == "comment":
        return plain(tokens[at][1]), at + 1
    return "", at


def skip(tokens, at):
    """The end of another statement: a line or semicolon outside brackets."""
    _, at = part(tokens, at, ";", in_type=False)
    return at + 1


def text_at(tokens, at):
    return tokens[at][1] if at < len(tokens) else ""


def plain(comment):
    """A comment's text without its markers."""
    inner = comment[2:] if comment.startswith("//") else comment[2:-2]
    return " ".join(re.sub(r"^\s*\**", "", line).strip() for line in inner.splitlines()).strip()
