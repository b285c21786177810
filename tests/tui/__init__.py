"""The app, driven by Pilot on a paper made up for it."""
