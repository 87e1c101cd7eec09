/**
 * Text on Linux machines without Pango. JavaFX 21 asks Pango for every line of text there, and Pango comes with GTK,
 * which a machine that only builds and runs headless does not have. Everything else (FreeType outlines, metrics,
 * fallback fonts) is JavaFX's own. This package is the only place that knows JavaFX's internals.
 */
package downhill.ui.fx.font;
