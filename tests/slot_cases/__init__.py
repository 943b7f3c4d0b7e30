"""Cases of the slots that only our own gold annotates."""
