"""The command line: ``kg COMMAND …``."""

import sys

from kg.errors import UserError


def main() -> None:
    """Run a command; an error that the user can mend is one line on stderr and exit code 2."""
    from kg.cli import kg

    try:
        kg(prog_name="kg")
    except UserError as error:
        print(f"kg: {error.line}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our pipe has gone: nothing to tell anybody
        sys.exit(0)


if __name__ == "__main__":
    main()
