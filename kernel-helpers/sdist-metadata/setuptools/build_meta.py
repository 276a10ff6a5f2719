"""The hook by which pip asks for the metadata of a source archive (PEP 517); it is the archive's own PKG-INFO."""

import os
import shutil


class _FromPkgInfo:
    @staticmethod
    def get_requires_for_build_wheel(config_settings=None):
        return []

    @staticmethod
    def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
        folder = "source.dist-info"
        os.makedirs(os.path.join(metadata_directory, folder), exist_ok=True)
        shutil.copyfile("PKG-INFO", os.path.join(metadata_directory, folder, "METADATA"))
        return folder


__legacy__ = _FromPkgInfo()
get_requires_for_build_wheel = _FromPkgInfo.get_requires_for_build_wheel
prepare_metadata_for_build_wheel = _FromPkgInfo.prepare_metadata_for_build_wheel
