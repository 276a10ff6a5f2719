"""Parameters for papermill in TypeScript notebooks."""

import papermill  # noqa: F401 - first: as it starts it imports `engine`, and that whole
