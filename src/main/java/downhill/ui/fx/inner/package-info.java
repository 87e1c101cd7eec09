/**
 * What JavaFX can do and offers to nobody: the name of the program, files handed to it, and a focus that shows. Each has something to fall
 * back on.
 */
package downhill.ui.fx.inner;
