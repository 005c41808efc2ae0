"""The course as a web site with nothing to install: `course site`."""
