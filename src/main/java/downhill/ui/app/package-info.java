/** The window as the command line starts it: on a display, in memory, for a picture, for a measurement. */
package downhill.ui.app;
