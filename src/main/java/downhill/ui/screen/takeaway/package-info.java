/** Takes a chart, its numbers, a film of it, or all curves out of the window. */
package downhill.ui.screen.takeaway;
