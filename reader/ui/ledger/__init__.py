"""The window 责任台账: who has what to do, over all documents."""
