"""Lines of type on the screen. Widgets know values and messages, and never the app."""
