"""How right is what was read? Readings against facts that a careful reader wrote down, kind by kind."""
