"""The ``briefings`` command, and ``python -m builder``."""


def main() -> None:
    """Run the command line."""
    # Not at the top: each worker process imports the main script again, and has no use for what a command needs.
    from builder.cli import main as run  # noqa: PLC0415 - as said

    run()


if __name__ == "__main__":
    main()
