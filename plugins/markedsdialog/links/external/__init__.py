"""External links -> three verdicts: broken, cannot tell, fine; asked politely, remembered."""
