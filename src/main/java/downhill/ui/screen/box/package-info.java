/** A cluster in a box: workers as threads, their gradients and the mean of them. */
package downhill.ui.screen.box;
