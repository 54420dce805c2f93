"""The commands, one module each: arguments to the library, its answer to a renderer."""
