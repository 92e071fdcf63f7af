"""The settings, on screen."""
