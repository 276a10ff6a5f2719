"""A stand-in for setuptools that pip meets while it downloads a source archive: it reads the archive and runs none of its code."""
