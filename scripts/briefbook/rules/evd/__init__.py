"""EVD: single items of evidence."""
