/** The window: its zones, menus and keys, and the screens put into them. */
package downhill.ui.window;
