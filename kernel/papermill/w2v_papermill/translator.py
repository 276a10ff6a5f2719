"""What papermill's parameters look like in TypeScript."""

import json
import math
import re

from papermill.models import Parameter
from papermill.translators import Translator

from .declarations import declarations

#: The greatest whole number that a `number` holds without loss, Number.MAX_SAFE_INTEGER.
SAFE = 2**53 - 1

NAME = re.compile(r"(?!\d)[\w$]+\Z")

#: Names that no variable may have in a module.
RESERVED = frozenset(
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false "
    "finally for function if implements import in instanceof interface let new null package private protected public "
    "return static super switch this throw true try typeof var void while with yield".split()
)


class TypeScriptTranslator(Translator):
    """Writes `let name = value;`: a `const` would have the type 0.05 where `number` is meant."""

    @classmethod
    def translate(cls, val):
        return cls.translate_list(list(val)) if isinstance(val, tuple) else super().translate(val)

    @classmethod
    def translate_str(cls, val):
        # JSON is TypeScript, but a lone half of a surrogate pair cannot be written to a file.
        return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", json.dumps(val, ensure_ascii=False))

    @classmethod
    def translate_escaped_str(cls, str_val):
        """Dates of YAML, and everything else that papermill does not know."""
        return cls.translate_str(str(str_val))

    @classmethod
    def translate_none(cls, val):
        # The type `null` would refuse every use but a comparison.
        return "null as any"

    @classmethod
    def translate_int(cls, val):
        return f"{val}" if abs(val) <= SAFE else f"{val}n"

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(val)
        return "NaN" if math.isnan(val) else "-Infinity" if val < 0 else "Infinity"

    @classmethod
    def translate_list(cls, val):
        # `[]` alone has the type never[] inside an object.
        return f"[{', '.join(map(cls.translate, val))}]" if val else "[] as any[]"

    @classmethod
    def translate_dict(cls, val):
        if not val:
            return "{} as Record<string, any>"
        return f"{{ {', '.join(f'{cls.key(key)}: {cls.translate(value)}' for key, value in val.items())} }}"

    @classmethod
    def key(cls, key):
        """A property's name; YAML's keys may be numbers, `true` or `null`, which become strings as in JSON."""
        text = key if isinstance(key, str) else json.dumps(key)
        if text == "__proto__":  # without brackets it would be the object's prototype
            return '["__proto__"]'
        return text if NAME.match(text) else cls.translate_str(text)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        if not NAME.match(name) or name in RESERVED:
            raise ValueError(
                "Cannot write the parameter into the notebook: its name must be one that a TypeScript variable can "
                f"have: current name is {name!r}. Remedy: use letters, digits, _ and $, and no reserved word"
            )
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        return [
            Parameter(name=name, inferred_type_name=kind or inferred(value), default=value, help=text)
            for name, kind, value, text in declarations(parameters_cell["source"])
        ]


def inferred(value):
    """The type of a literal; "None" is papermill's word for an unknown type, "NoneType" for that of null."""
    if value == "null":
        return "NoneType"
    if value in ("true", "false"):
        return "boolean"
    if re.fullmatch(r"""("[^"]*"|'[^']*'|`[^`$]*`)""", value.replace('\\"', "").replace("\\'", "")):
        return "string"
    if re.fullmatch(r"-?(Infinity|NaN|0[xob][\da-f_]+|[\d_]*\.?[\d_]+\.?(e[+-]?\d+)?)", value, re.I):
        return "number"
    return "bigint" if re.fullmatch(r"-?[\d_]+n", value) else "None"
