"""阅牍: an offline reader and annotator for Chinese official documents."""

__version__ = "0.1.0"
