"""The errors that a user can mend: one line each, shown without a traceback, exit code 2."""


class UserError(Exception):
    """Something outside the program is wrong: ``what``, ``where`` it stands and what to ``do`` about it."""

    def __init__(self, what: str, where: str = "", do: str = "") -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(self.line)

    @property
    def line(self) -> str:
        """The message as one line: ``where: what; do``."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.do}" if self.do else head
