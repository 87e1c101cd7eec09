/** The gallery of phenomena: each with what is seen, in which setting, and whose finding it is. */
package downhill.ui.screen.gallery;
