/** The palette of commands (Ctrl+K): type what you want, see its key, do it. */
package downhill.ui.screen.palette;
