"""Rule corpora: wordings that give a value, and wordings that must give nothing (one YAML file a kind)."""
