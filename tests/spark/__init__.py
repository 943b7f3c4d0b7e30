"""Tests with Spark, which `make test-spark` installs."""
