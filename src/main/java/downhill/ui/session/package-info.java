/** The experiment that is open: its document, its data, its race, and what is chosen on screen. No nodes. */
package downhill.ui.session;
