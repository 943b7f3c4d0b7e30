"""HWP 5, the binary format of Hangul."""
