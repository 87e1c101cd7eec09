/** What the window needs of the toolkit: starting it with or without a display, background work, frames, pictures. */
package downhill.ui.fx;
