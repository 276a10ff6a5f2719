"""Registers the translator as papermill starts."""

from papermill.engines import NBClientEngine
from papermill.translators import papermill_translators

from .translator import TypeScriptTranslator

papermill_translators.register("typescript", TypeScriptTranslator)


class TypeScriptEngine(NBClientEngine):
    """papermill's own engine: an engine is what makes papermill import this module, so the name must lead to one."""
