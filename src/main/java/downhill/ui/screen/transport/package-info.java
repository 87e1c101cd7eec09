/** Run, pause, step, go back: the bar below everything. */
package downhill.ui.screen.transport;
