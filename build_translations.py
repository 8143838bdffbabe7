"""Before a wheel is packed: lrelease makes what the program reads (.qm) of what translators write (.ts)."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface[Any]):
    """Called by hatchling; lrelease comes with the program's own dependencies."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build every language's file beside its source."""
        release = shutil.which("pyside6-lrelease")
        if release is None:
            raise FileNotFoundError("pyside6-lrelease, which builds the translations, is not on the PATH")
        for source in Path(self.root, "resources", "translations").glob("*.ts"):
            built = source.with_suffix(".qm")
            subprocess.run([release, "-silent", str(source), "-qm", str(built)], check=True)
